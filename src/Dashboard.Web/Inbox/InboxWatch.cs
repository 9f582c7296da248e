namespace Dashboard.Web.Inbox;

/// <summary>Keeps an inbox alive while a page shows it.</summary>
public sealed class InboxWatch(PersonalInbox inbox, Action leave) : IDisposable
{
    private int _left;

    public PersonalInbox Inbox => inbox;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _left, 1) == 0)
            leave();
    }
}
