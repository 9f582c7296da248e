namespace Dashboard.Web.Connections;

/// <summary>How a person's wish to call a connection something else ended.</summary>
public enum RenameOutcome
{
    Renamed,

    /// <summary>Empty, too long, or the name of another of theirs.</summary>
    NameNotFree,
}
