namespace Dashboard.Web.Inbox;

/// <summary>Knows the marks of a person's notifications.</summary>
public interface IInboxMarks
{
    /// <summary>Marks what is marked by now, before the inbox shows its first row, and keeps it so until the answer is disposed of.</summary>
    /// <param name="inbox">Takes the marks, zone by zone: <see cref="PersonalInbox.Mark"/>.</param>
    /// <param name="cancellationToken">The inbox ends before it was shown.</param>
    Task<IAsyncDisposable> AttachAsync(PersonalInbox inbox, CancellationToken cancellationToken);
}
