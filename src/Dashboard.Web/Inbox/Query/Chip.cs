namespace Dashboard.Web.Inbox.Query;

/// <summary>One of the conditions that must all hold, to be shown by itself and taken away.</summary>
/// <param name="Text">Its canonical text.</param>
/// <param name="Label">The same in words.</param>
public sealed record Chip(string Text, string Label);
