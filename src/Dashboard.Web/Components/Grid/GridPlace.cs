namespace Dashboard.Web.Components.Grid;

/// <summary>Where a person was in a list, as the browser kept it with an entry of its history. Told by a browser, so anything may stand in it.</summary>
/// <param name="Query">What the list showed.</param>
/// <param name="Top">Place of the first line on screen.</param>
/// <param name="TopName">Name of that line; <see langword="null"/> where it was not known.</param>
/// <param name="Cursor">Place of the cursor's line; -1 for none.</param>
/// <param name="CursorName">Name of that line; <see langword="null"/> where it was not known.</param>
public sealed record GridPlace(string? Query, int Top, string? TopName, int Cursor, string? CursorName);
