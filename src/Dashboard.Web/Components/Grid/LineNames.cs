using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Dashboard.Web.Inbox;

namespace Dashboard.Web.Components.Grid;

/// <summary>
/// The element ids of one grid's lines. The id of a row spells its key, that of a group's head a number given once: what a person clicked
/// is known even if the view has changed since.
/// </summary>
internal sealed class LineNames
{
    /// <summary>Groups known by number at most; a person who has seen more of them has long left the first.</summary>
    private const int Most = 4_000;

    private readonly Dictionary<GroupKey, int> _numbers = [];
    private readonly Dictionary<int, GroupKey> _groups = [];
    private int _given;

    public string Of(LineKey line) => line.Group is { } group ? Of(group) : RowName.Of(line.Row.GetValueOrDefault());

    public bool TryRead(string name, [NotNullWhen(true)] out LineKey? line)
    {
        line = RowName.TryParse(name, out var row) ? new LineKey(row.Value)
            : name.StartsWith('g') && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && _groups.TryGetValue(number, out var group)
                ? new LineKey(group)
                : null;
        return line is not null;
    }

    private string Of(GroupKey group)
    {
        if (!_numbers.TryGetValue(group, out var number))
        {
            if (_numbers.Count >= Most)
            {
                _numbers.Clear();
                _groups.Clear();
            }

            number = ++_given;
            _numbers.Add(group, number);
            _groups.Add(number, group);
        }

        return string.Create(CultureInfo.InvariantCulture, $"g{number}");
    }
}
