namespace Dashboard.Web.Inbox.Query;

/// <summary>The values a person's data has, to complete a query from.</summary>
/// <param name="Zones">Domains, labelled with the zones' names.</param>
/// <param name="Types">Make's types.</param>
/// <param name="Scenarios">Scenarios named in subjects.</param>
/// <param name="Today">The day in the reader's time zone.</param>
public sealed record Vocabulary(
    IReadOnlyList<VocabularyTerm> Zones,
    IReadOnlyList<VocabularyTerm> Types,
    IReadOnlyList<VocabularyTerm> Scenarios,
    DateOnly Today)
{
    /// <summary>Connections, as the person calls them, labelled with whose account each is.</summary>
    public IReadOnlyList<VocabularyTerm> Connections { get; init; } = [];
}
