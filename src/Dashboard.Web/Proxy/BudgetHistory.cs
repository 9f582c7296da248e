namespace Dashboard.Web.Proxy;

/// <summary>What a budget was used for lately, and who polls out of it. Not safe for several threads: its budget's lock holds.</summary>
internal sealed class BudgetHistory
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly List<BudgetUse> _uses = [];
    private readonly Dictionary<Guid, (DateTimeOffset At, int Requests)> _looks = [];

    public void Note(DateTimeOffset now, Purpose purpose, int requests)
    {
        if (requests == 0)
            return;
        Forget(now);
        var minute = new DateTimeOffset(now.Ticks - now.Ticks % TimeSpan.TicksPerMinute, now.Offset);
        if (_uses is [.., var latest] && latest.Minute == minute)
            _uses[^1] = latest.And(purpose, requests);
        else
            _uses.Add(new BudgetUse(minute).And(purpose, requests));
    }

    public IReadOnlyList<BudgetUse> UsesAt(DateTimeOffset now)
    {
        Forget(now);
        return [.. _uses];
    }

    public int PollersAt(DateTimeOffset now)
    {
        Forget(now);
        return _looks.Count;
    }

    /// <summary>How many requests the last looks of everybody took together, this one among them.</summary>
    public int LooksWith(DateTimeOffset now, Guid poller, int requests)
    {
        _looks[poller] = (now, Math.Max(1, requests));
        Forget(now);
        return _looks.Values.Sum(look => look.Requests);
    }

    private void Forget(DateTimeOffset now)
    {
        _uses.RemoveAll(use => use.Minute + Kept <= now);
        // A page that was closed has stopped its feed: it no longer slows the others.
        foreach (var gone in _looks.Where(look => look.Value.At + Kept <= now).Select(look => look.Key).ToArray())
            _looks.Remove(gone);
    }
}
