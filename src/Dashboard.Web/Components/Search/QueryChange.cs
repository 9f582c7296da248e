using Dashboard.Web.Inbox.Query;

namespace Dashboard.Web.Components.Search;

/// <summary>Another query is wanted.</summary>
/// <param name="Where">What is wanted.</param>
/// <param name="Replace">It goes on from the one before: Back leads to what was shown before both.</param>
public sealed record QueryChange(Condition Where, bool Replace);
