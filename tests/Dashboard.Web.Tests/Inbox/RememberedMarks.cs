using Dashboard.Web.Inbox;

namespace Dashboard.Web.Tests.Inbox;

/// <summary>Marks that are brought to every inbox that begins.</summary>
internal sealed class RememberedMarks : IInboxMarks
{
    private int _attached;
    private int _detached;

    /// <summary>What happens to an inbox before it is shown.</summary>
    public Func<PersonalInbox, Task> OnAttach { get; set; } = _ => Task.CompletedTask;

    public int Attached => Volatile.Read(ref _attached);

    public int Detached => Volatile.Read(ref _detached);

    public async Task<IAsyncDisposable> AttachAsync(PersonalInbox inbox, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _attached);
        await OnAttach(inbox);
        return new Attachment(this);
    }

    private sealed class Attachment(RememberedMarks marks) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            Interlocked.Increment(ref marks._detached);
            return ValueTask.CompletedTask;
        }
    }
}
