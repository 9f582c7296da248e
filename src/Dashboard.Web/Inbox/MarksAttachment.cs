namespace Dashboard.Web.Inbox;

/// <summary>Brings the marks of one inbox, once for all that watch it, and lets go of them at its end.</summary>
/// <param name="marks">Knows them.</param>
/// <param name="inbox">Takes them.</param>
/// <param name="log">Gets what fails when nobody waits any more.</param>
internal sealed class MarksAttachment(IInboxMarks marks, PersonalInbox inbox, ILogger log) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _ended = new();
    private Task<IAsyncDisposable>? _attached;

    /// <summary>Waits until the marks are there. What failed for those who waited is tried again for the next who asks.</summary>
    public Task ReadyAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_attached is null or { IsCompletedSuccessfully: false, IsCompleted: true })
                // One who gives up waiting takes the marks from nobody; and nothing foreign runs inside the lock.
                _attached = Task.Run(() => marks.AttachAsync(inbox, _ended.Token), _ended.Token);
            return _attached.WaitAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task<IAsyncDisposable>? attached;
        await _ended.CancelAsync();
        lock (_gate)
            attached = _attached;
        try
        {
            if (attached is not null)
                await (await attached).DisposeAsync();
        }
        catch (Exception failed)
        {
            // Who waited was told already; and other inboxes have to end, too.
            if (attached!.IsCompletedSuccessfully)
                InboxLog.MarksNotLetGo(log, failed);
        }

        _ended.Dispose();
    }
}
