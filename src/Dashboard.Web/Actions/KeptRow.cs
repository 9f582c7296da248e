namespace Dashboard.Web.Actions;

/// <summary>A row as the recycle bin keeps it, with short names: a batch of them is sealed as one piece.</summary>
/// <param name="I">Id.</param>
/// <param name="S">Subject.</param>
/// <param name="T">Type.</param>
/// <param name="C">Created, UTC milliseconds since 1970.</param>
/// <param name="R">Read, likewise; <see langword="null"/> while unread.</param>
internal sealed record KeptRow(string I, string S, int T, long C, long? R);
