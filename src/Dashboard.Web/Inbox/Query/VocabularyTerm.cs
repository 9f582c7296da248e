namespace Dashboard.Web.Inbox.Query;

/// <summary>A value that stands in the data.</summary>
/// <param name="Value">As a query names it: a zone's domain, a type's number, a scenario's name.</param>
/// <param name="Label">As people know it.</param>
/// <param name="Count">Rows that have it.</param>
public sealed record VocabularyTerm(string Value, string Label, int Count);
