using System.Globalization;
using System.Runtime.InteropServices;
using Dashboard.Web.Inbox.Query;

namespace Dashboard.Web.Inbox;

/// <summary>Reads the values of a snapshot, to complete queries from.</summary>
public static class SnapshotVocabulary
{
    /// <summary>The most frequent ones are offered.</summary>
    public const int MaxScenarios = 1000;

    /// <summary>The values and how many rows have each. Looks at every row: not for a circuit's thread.</summary>
    /// <param name="snapshot">The rows.</param>
    /// <param name="today">The day in the reader's time zone.</param>
    public static Vocabulary Of(InboxSnapshot snapshot, DateOnly today)
    {
        var subjects = snapshot.Subjects;
        var (rowsOfSubject, rowsOfType) = (new int[subjects.Length], new Dictionary<int, int>());
        foreach (var chunk in snapshot.Parts.SelectMany(part => part.Rows.Chunks))
        {
            for (var place = 0; place < chunk.Count; place++)
            {
                if (chunk.IsLeaving(place))
                    continue;
                rowsOfSubject[chunk.Subject(place)]++;
                CollectionsMarshal.GetValueRefOrAddDefault(rowsOfType, chunk.Type(place), out _)++;
            }
        }

        var scenarios = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var number = 0; number < subjects.Length; number++)
        {
            if (rowsOfSubject[number] > 0 && ScenarioSubject.NameIn(subjects[number]) is { IsEmpty: false } name)
                CollectionsMarshal.GetValueRefOrAddDefault(scenarios, name.ToString(), out _) += rowsOfSubject[number];
        }

        return new Vocabulary(
            [.. snapshot.Parts.GroupBy(part => part.Zone.Domain, StringComparer.OrdinalIgnoreCase).Select(zone => new VocabularyTerm(zone.Key, zone.First().Zone.Name, zone.Sum(part => part.Rows.Count)))],
            [.. rowsOfType.Select(type => new VocabularyTerm(type.Key.ToString(CultureInfo.InvariantCulture), FormattableString.Invariant($"type {type.Key}"), type.Value))],
            [.. scenarios.OrderByDescending(scenario => scenario.Value).Take(MaxScenarios).Select(scenario => new VocabularyTerm(scenario.Key, scenario.Key, scenario.Value))],
            today)
        {
            Connections =
            [
                .. snapshot.Parts.GroupBy(part => part.Connection.Id)
                    .Select(parts => new VocabularyTerm(parts.First().Connection.Name, parts.First().Connection.AccountName, parts.Sum(part => part.Rows.Count))),
            ],
        };
    }
}
