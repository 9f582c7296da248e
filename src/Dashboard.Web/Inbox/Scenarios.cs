using Dashboard.Web.Inbox.Query;

namespace Dashboard.Web.Inbox;

/// <summary>The scenarios that subjects name, by number; spellings that differ only in case are one. 0 is for subjects that name none.</summary>
internal sealed class Scenarios
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase) { [""] = 0 };
    private readonly List<string> _names = [""];
    private readonly int[] _ofSubject;

    public Scenarios(ReadOnlySpan<string> subjects)
    {
        _ofSubject = new int[subjects.Length];
        var known = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var subject = 0; subject < subjects.Length; subject++)
        {
            var name = ScenarioSubject.NameIn(subjects[subject]);
            if (!known.TryGetValue(name, out var number))
            {
                known[name] = number = _names.Count;
                _names.Add(name.ToString());
            }

            _ofSubject[subject] = number;
        }
    }

    public static Scenarios None { get; } = new([]);

    /// <summary>How many subjects were read.</summary>
    public int Subjects => _ofSubject.Length;

    /// <summary>The number of the scenario that a subject names.</summary>
    public int Of(int subject) => _ofSubject[subject];

    /// <summary>The number of a scenario, or <see langword="null"/> where no subject names it.</summary>
    public int? Find(string name) => _numbers.TryGetValue(name, out var number) ? number : null;

    /// <summary>The name as the first subject spells it; empty for 0.</summary>
    public string Name(int number) => _names[number];
}
