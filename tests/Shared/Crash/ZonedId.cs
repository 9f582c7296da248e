using Dashboard.Client;

namespace Dashboard.Testing.Crash;

/// <summary>A notification of the sandbox, by its zone's id and its own.</summary>
public readonly record struct ZonedId(int Zone, NotificationId Id)
{
    public override string ToString() => $"{Zone}/{Id}";
}
