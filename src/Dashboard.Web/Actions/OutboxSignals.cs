namespace Dashboard.Web.Actions;

/// <summary>Tells the rest of this process that somebody's actions changed. Other processes look at the database.</summary>
internal sealed class OutboxSignals
{
    /// <summary>Carries the owner's key. Raised after the change is stored, from any thread.</summary>
    public event Action<string>? Changed;

    public void Tell(string owner) => Changed?.Invoke(owner);
}
