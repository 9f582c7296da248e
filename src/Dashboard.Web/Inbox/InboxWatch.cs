using System.Threading.Channels;

namespace Dashboard.Web.Inbox;

/// <summary>Keeps an inbox alive while a page shows it.</summary>
public sealed class InboxWatch(PersonalInbox inbox, Action leave) : IDisposable
{
    private int _left;

    public PersonalInbox Inbox => inbox;

    /// <summary>Waits until every zone was fetched whole, or can't be.</summary>
    /// <param name="patience">The longest wait.</param>
    /// <param name="time">Measures it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it came to that in time.</returns>
    public Task<bool> FetchedAsync(TimeSpan patience, TimeProvider time, CancellationToken cancellationToken) =>
        FetchedAsync(_ => true, patience, time, cancellationToken);

    /// <summary>The same for some zones only.</summary>
    public async Task<bool> FetchedAsync(Func<ZonePart, bool> wanted, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        var news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        void OnChanged() => news.Writer.TryWrite(true);
        inbox.Changed += OnChanged;
        try
        {
            using var enough = new CancellationTokenSource(patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, cancellationToken);
            while (!inbox.Snapshot.Parts.Where(wanted).All(part => part.State.Phase is ZonePhase.InStep or ZonePhase.Unreadable))
                await news.Reader.ReadAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            inbox.Changed -= OnChanged;
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _left, 1) == 0)
            leave();
    }
}
