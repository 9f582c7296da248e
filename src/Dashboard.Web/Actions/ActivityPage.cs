using System.Globalization;

namespace Dashboard.Web.Actions;

/// <summary>The part of a person's actions that an address asks for.</summary>
internal sealed record ActivityPage(ActivityFilter Filter, int Skip, int Take)
{
    private const int Usual = 50;

    private const int Most = 500;

    /// <summary>Reads the values of an address; what is left out is not asked for.</summary>
    /// <returns><see langword="null"/> where one of them can't be read; the problem says which and what it should be.</returns>
    public static ActivityPage? Parse(string? kind, string? from, string? until, string? skip, string? take, out string? problem)
    {
        var (theKind, begin, end) = (default(ActionKind), default(DateTimeOffset), default(DateTimeOffset));
        var (left, taken) = (0, Usual);
        problem = null;
        if (kind is not null && !(Enum.TryParse(kind, ignoreCase: true, out theKind) && Enum.IsDefined(theKind) && char.IsLetter(kind[0])))
            problem = $"kind is one of {string.Join(", ", Enum.GetNames<ActionKind>().Select(ActionAnswer.Name))}.";
        else if ((from is not null && !IsTime(from, out begin)) || (until is not null && !IsTime(until, out end)))
            problem = "from and until are times such as 2026-11-01T14:30:00Z.";
        else if (skip is not null && !int.TryParse(skip, NumberStyles.None, CultureInfo.InvariantCulture, out left))
            problem = "skip is a number from 0.";
        else if (take is not null && !(int.TryParse(take, NumberStyles.None, CultureInfo.InvariantCulture, out taken) && taken is >= 1 and <= Most))
            problem = $"take is a number from 1 to {Most}.";
        return problem is null
            ? new ActivityPage(new ActivityFilter(kind is null ? null : theKind, from is null ? null : begin, until is null ? null : end), left, taken)
            : null;
    }

    private static bool IsTime(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
}
