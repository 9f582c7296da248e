namespace Dashboard.Web.Components.Commands;

/// <summary>Commands that belong together; stands as a heading where all are listed.</summary>
/// <param name="Name">The heading.</param>
public sealed record CommandGroup(string Name)
{
    public static readonly CommandGroup List = new("In the list");

    public static readonly CommandGroup Selection = new("Select");

    public static readonly CommandGroup Notification = new("With a notification open");

    public static readonly CommandGroup Action = new("Do");

    public static readonly CommandGroup View = new("Show");

    public static readonly CommandGroup Page = new("Go to");

    public static readonly CommandGroup Setting = new("Settings");

    public static readonly CommandGroup Help = new("Find your way");

    /// <summary>In the order they are listed in.</summary>
    public static IReadOnlyList<CommandGroup> All { get; } = [Help, List, Selection, Notification, Action, View, Page, Setting];
}
