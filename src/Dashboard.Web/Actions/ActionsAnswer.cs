namespace Dashboard.Web.Actions;

/// <summary>One page of what was done, latest first.</summary>
/// <param name="Total">How many there are, over all pages.</param>
/// <param name="Actions">Those of this page.</param>
internal sealed record ActionsAnswer(int Total, IReadOnlyList<ActionAnswer> Actions);
