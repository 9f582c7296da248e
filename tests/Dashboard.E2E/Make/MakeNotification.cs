using System.Globalization;
using Dashboard.E2E.Screens;
using Dashboard.Sandbox.Data;

namespace Dashboard.E2E.Make;

/// <summary>A notification as the sandbox's API lists it.</summary>
public sealed record MakeNotification(Zone Zone, UInt128 Id, string Subject, DateTimeOffset Created, bool Unread)
{
    /// <summary>The path of its page in the portal.</summary>
    public string Path => $"/notifications/{Zone.Domain}/{Id.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>How the list shows it.</summary>
    public ShownRow Row => new(Id.ToString(CultureInfo.InvariantCulture), Zone.Name, Subject);
}
