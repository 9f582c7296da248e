namespace Dashboard.Web.Inbox;

/// <summary>How a zone's rows stand to what Make holds.</summary>
public enum ZonePhase
{
    /// <summary>Nothing was asked yet.</summary>
    Waiting,

    /// <summary>Newest rows are here, older ones are being fetched.</summary>
    Loading,

    /// <summary>Everything is here.</summary>
    InStep,

    /// <summary>The last request failed; it is tried again by itself.</summary>
    Behind,

    /// <summary>Make refuses this zone to this connection; only a person can change that.</summary>
    Unreadable,
}
