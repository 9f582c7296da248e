namespace Dashboard.Web.Reading;

/// <summary>What a link in a body leads to in Make.</summary>
public enum PartKind
{
    /// <summary>A scenario, or its log.</summary>
    Scenario,

    /// <summary>An organization.</summary>
    Organization,

    /// <summary>A team.</summary>
    Team,

    /// <summary>One run of a scenario.</summary>
    Execution,
}
