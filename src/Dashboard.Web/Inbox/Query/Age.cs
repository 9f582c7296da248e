using System.Globalization;

namespace Dashboard.Web.Inbox.Query;

/// <summary>A span of time as typed: <c>30m</c>, <c>2h</c>, <c>7d</c>, <c>2w</c>.</summary>
/// <param name="Amount">1 to <see cref="MaxAmount"/>.</param>
/// <param name="Unit">What is counted.</param>
public readonly record struct Age(int Amount, AgeUnit Unit)
{
    public const int MaxAmount = 99_999;

    /// <summary>The span in milliseconds.</summary>
    public long Milliseconds => Amount * (Unit switch
    {
        AgeUnit.Minutes => 60_000L,
        AgeUnit.Hours => 3_600_000L,
        AgeUnit.Days => 86_400_000L,
        _ => 604_800_000L,
    });

    /// <summary>The text it is read from.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount}{Unit switch
    {
        AgeUnit.Minutes => 'm',
        AgeUnit.Hours => 'h',
        AgeUnit.Days => 'd',
        _ => 'w',
    }}");
}
