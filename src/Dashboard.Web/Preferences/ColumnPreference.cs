using Dashboard.Web.Inbox;

namespace Dashboard.Web.Preferences;

/// <summary>A column of the list as a person has it.</summary>
/// <param name="Column">Which one.</param>
/// <param name="Shown">Whether it is shown.</param>
/// <param name="Width">In CSS pixels; <see langword="null"/> for the list's own.</param>
public sealed record ColumnPreference(InboxColumn Column, bool Shown = true, int? Width = null);
