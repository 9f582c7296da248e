using Dashboard.Web.Identity;

namespace Dashboard.Web.Export;

/// <summary>
/// Frozen rows that wait to be downloaded. A ticket is good once, for a short time, for the person and the sign-in it was made for: its
/// address is of no use to anyone else.
/// </summary>
public sealed class ExportTickets(TimeProvider time) : IDisposable
{
    /// <summary>How long a ticket waits. The browser comes at once; what it does not fetch holds memory.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    /// <summary>Most tickets that wait for one person; the oldest gives way.</summary>
    private const int MostWaiting = 8;

    private readonly Lock _gate = new();
    private readonly List<Waiting> _waiting = [];

    /// <summary>Keeps rows until they are downloaded.</summary>
    /// <param name="holder">Who may download them.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="isPartial">Older rows are still being loaded.</param>
    public ExportTicket Keep(SignIn holder, FrozenRows rows, bool isPartial)
    {
        var ticket = new ExportTicket(rows, isPartial);
        lock (_gate)
        {
            if (_waiting.Where(waiting => waiting.Holder.User == holder.User).ToArray() is { Length: >= MostWaiting } all)
                Drop(all[0]);
            _waiting.Add(new Waiting(ticket, holder, time.CreateTimer(_ => Expire(ticket), null, Lifetime, Timeout.InfiniteTimeSpan)));
        }

        return ticket;
    }

    /// <summary>Takes a ticket out, for good; <see langword="null"/> where it was used, has expired, never was, or is somebody else's.</summary>
    public ExportTicket? Take(string id, SignIn holder)
    {
        lock (_gate)
        {
            if (_waiting.Find(waiting => waiting.Ticket.Id == id && waiting.Holder == holder) is not { } found)
                return null;
            Remove(found);
            return found.Ticket;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var waiting in _waiting.ToArray())
                Remove(waiting);
        }
    }

    private void Expire(ExportTicket ticket)
    {
        lock (_gate)
        {
            if (_waiting.Find(waiting => waiting.Ticket == ticket) is { } found)
                Drop(found);
        }
    }

    private void Drop(Waiting waiting)
    {
        Remove(waiting);
        waiting.Ticket.Expire();
    }

    private void Remove(Waiting waiting)
    {
        waiting.Expiry.Dispose();
        _waiting.Remove(waiting);
    }

    private sealed record Waiting(ExportTicket Ticket, SignIn Holder, ITimer Expiry);
}
