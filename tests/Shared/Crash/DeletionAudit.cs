using Dashboard.Client;
using Dashboard.Sandbox.Api;

namespace Dashboard.Testing.Crash;

/// <summary>Compares what was accepted and what the receipt says with what the sandbox was really asked and really did.</summary>
public static class DeletionAudit
{
    private const int Ok = 200;

    private const int NotFound = 404;

    /// <param name="accepted">What the person asked for and the portal took.</param>
    /// <param name="receipt">What the portal says became of it.</param>
    /// <param name="log">Everything the sandbox was asked since.</param>
    /// <param name="changeTimeout">How long a request may be under way: a look for what became of it begins later than that.</param>
    public static DeletionVerdict Of(IReadOnlySet<ZonedId> accepted, DeletionReceipt receipt, IReadOnlyList<LoggedCall> log, TimeSpan changeTimeout)
    {
        var requests = log.Where(call => call.Operation == ApiOperation.Delete).OrderBy(call => call.Came).ToArray();
        var looks = log.Where(call => call is { Operation: ApiOperation.List, Status: Ok, Listed.UnreadOnly: false }).ToArray();
        var deleted = requests.SelectMany(call => call.Changed, (call, id) => IdOf(call, id)).ToHashSet();
        return new DeletionVerdict(
            receipt.IsUndone ? [] : [.. accepted.Where(id => !deleted.Contains(id) && !receipt.Kept.Contains(id)).Select(id => $"{id} was accepted, and is neither deleted nor shown as kept.")],
            [.. Doubled(requests, looks, changeTimeout)],
            [
                .. deleted.Where(id => !accepted.Contains(id)).Select(id => $"{id} was deleted without having been accepted."),
                .. deleted.Where(id => receipt.IsUndone || receipt.Kept.Contains(id)).Select(id => $"{id} was deleted and is shown as not deleted."),
                .. receipt.Changed.Where(id => !deleted.Contains(id)).Select(id => $"{id} was not deleted and is shown as deleted."),
            ]);
    }

    private static IEnumerable<string> Doubled(LoggedCall[] requests, LoggedCall[] looks, TimeSpan changeTimeout)
    {
        var sent = requests.SelectMany(call => call.Ids, (call, id) => (Id: IdOf(call, id), Text: id, Call: call)).GroupBy(one => one.Id);
        foreach (var id in sent.Where(id => id.Count() > 1))
        {
            LoggedCall? before = null;
            foreach (var (_, text, call) in id)
            {
                if (before is not null && WhyDoubled(id.Key, text, before, call, looks, changeTimeout) is { } reason)
                    yield return $"{id.Key} {reason}";
                before = before?.Changed.Contains(text) == true ? before : call;
            }
        }
    }

    /// <param name="id">What was sent twice.</param>
    /// <param name="text">As it is written.</param>
    /// <param name="before">The earlier request; where one of the earlier ones deleted it, that one.</param>
    /// <param name="again">The later one.</param>
    /// <param name="looks">All looks.</param>
    /// <param name="changeTimeout">How long a request may be under way.</param>
    private static string? WhyDoubled(ZonedId id, string text, LoggedCall before, LoggedCall again, LoggedCall[] looks, TimeSpan changeTimeout)
    {
        if (before.Changed.Contains(text))
            return "was sent again after Make had deleted it.";
        // An answer that refuses says that nothing was done.
        if (before.Status is >= 400 and < 500 and not NotFound)
            return null;
        // An answer that came is the end of its request; one that was lost may mean that it is still under way.
        var end = before.Status is Ok or NotFound ? before.Time : before.Came + changeTimeout;
        var between = looks.Where(look => look.ZoneId == before.ZoneId && look.Came >= before.Came && look.Time <= again.Came && Shows(look, id.Id)).ToArray();
        if (between.Length == 0)
            return "was sent again without a look that found it still there.";
        return between.Any(look => look.Came >= end) ? null : $"was sent again after a look that began {(end - between.Max(look => look.Came)).TotalMilliseconds:0} ms too early.";
    }

    private static bool Shows(LoggedCall look, NotificationId id) =>
        look.Listed is { } listed && id <= NotificationId.Parse(listed.Highest) && id >= NotificationId.Parse(listed.Lowest);

    private static ZonedId IdOf(LoggedCall call, string id) => new(call.ZoneId ?? 0, NotificationId.Parse(id));
}
