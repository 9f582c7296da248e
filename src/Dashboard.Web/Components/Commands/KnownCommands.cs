using System.Globalization;
using Dashboard.Web.Components.Layout;
using Dashboard.Web.Inbox;
using Dashboard.Web.Preferences;

namespace Dashboard.Web.Components.Commands;

/// <summary>Every command there is, with its words and keys. Whoever offers one says what it does.</summary>
public static class KnownCommands
{
    /// <summary>Saved views that a digit shows.</summary>
    public const int ViewsWithKeys = 9;

    private const string OpenNotification = "aside.detail";

    public static readonly Command Palette = new("palette", "Find a command, a view or a setting", CommandGroup.Help, "Ctrl+K") { InPage = "#find-command" };
    public static readonly Command Keys = new("keys", "Show all keys", CommandGroup.Help, "?") { OtherWords = "help shortcuts keyboard" };
    public static readonly Command Search = new("search", "Search", CommandGroup.Help, "/") { OtherWords = "filter find query", InPage = "[role=search] input" };
    public static readonly Command SearchHelp = new("search-help", "Show how to search", CommandGroup.Help) { OtherWords = "query language help", InPage = "[role=search] .help summary" };

    public static readonly Command MoveDown = new("down", "Next row", CommandGroup.List, "j", "ArrowDown") { IsOfTheList = true };
    public static readonly Command MoveUp = new("up", "Previous row", CommandGroup.List, "k", "ArrowUp") { IsOfTheList = true };
    public static readonly Command PageDown = new("page-down", "A page down", CommandGroup.List, "PageDown") { IsOfTheList = true };
    public static readonly Command PageUp = new("page-up", "A page up", CommandGroup.List, "PageUp") { IsOfTheList = true };
    public static readonly Command First = new("first", "First row", CommandGroup.List, "Home") { IsOfTheList = true };
    public static readonly Command Last = new("last", "Last row", CommandGroup.List, "End") { IsOfTheList = true };
    public static readonly Command Open = new("open", "Open", CommandGroup.List, "Enter", "o") { IsOfTheList = true };
    public static readonly Command Unfold = new("unfold", "Unfold the group", CommandGroup.List, "ArrowRight") { IsOfTheList = true };
    public static readonly Command Fold = new("fold", "Fold the group", CommandGroup.List, "ArrowLeft") { IsOfTheList = true };
    public static readonly Command SizeColumn = new("size-column", "On a column's header: wider, narrower", CommandGroup.List, "Alt+ArrowRight", "Alt+ArrowLeft") { IsOfTheList = true };
    public static readonly Command MoveColumn = new("move-column", "On a column's header: move the column", CommandGroup.List, "Alt+Shift+ArrowRight", "Alt+Shift+ArrowLeft") { IsOfTheList = true };
    public static readonly Command MarkTime = new("mark-time", "On the chart above: mark more of the time, then Enter to keep to it", CommandGroup.List, "Shift+ArrowRight", "Shift+ArrowLeft") { IsOfTheList = true };

    public static readonly Command Select = new("select", "Select the row, or take it out", CommandGroup.Selection, "x", "Space") { IsOfTheList = true };
    public static readonly Command SelectDown = new("select-down", "Select on to the next row", CommandGroup.Selection, "Shift+J", "Shift+ArrowDown") { IsOfTheList = true };
    public static readonly Command SelectUp = new("select-up", "Select on to the previous row", CommandGroup.Selection, "Shift+K", "Shift+ArrowUp") { IsOfTheList = true };
    public static readonly Command SelectInSteps = new("select-in-steps", "Select those on screen, then all", CommandGroup.Selection, "Ctrl+A") { IsOfTheList = true };
    public static readonly Command SelectAll = new("select-all", "Select all", CommandGroup.Selection, "* a");
    public static readonly Command SelectNone = new("select-none", "Select none", CommandGroup.Selection, "* n", "Escape") { OtherWords = "clear selection", While = "[data-selecting]" };
    public static readonly Command SelectRead = new("select-read", "Select the read ones", CommandGroup.Selection, "* r");
    public static readonly Command SelectUnread = new("select-unread", "Select the unread ones", CommandGroup.Selection, "* u");

    public static readonly Command Back = new("close", "Back to the list", CommandGroup.Notification, "u", "Escape") { OtherWords = "close notification", While = OpenNotification };
    public static readonly Command Next = new("next", "Next notification", CommandGroup.Notification, "]", "j") { While = OpenNotification };
    public static readonly Command Previous = new("previous", "Previous notification", CommandGroup.Notification, "[", "k") { While = OpenNotification };
    public static readonly Command CopyLink = new("copy-link", "Copy the link to the notification", CommandGroup.Notification, "l") { OtherWords = "share" };

    public static readonly Command Refresh = new("refresh", "Refresh", CommandGroup.Action, "r") { OtherWords = "reload ask Make for what is new" };
    public static readonly Command Delete = new("delete", "Delete the selected, or the open one", CommandGroup.Action, "#", "Delete") { OtherWords = "remove" };
    public static readonly Command Done = new("done", "Done with the selected or the open one, or open it again", CommandGroup.Action, "e") { OtherWords = "archive finish reopen is:done" };
    public static readonly Command Undo = new("undo", "Undo the last change", CommandGroup.Action, "z", "Ctrl+Z") { OtherWords = "take back" };
    public static readonly Command MarkAllRead = new("mark-all-read", "Mark all as read", CommandGroup.Action, "Shift+I");
    public static readonly Command Export = new("export", "Export as a file", CommandGroup.Action, "Shift+E") { OtherWords = "download save CSV JSON spreadsheet", InPage = ".export summary" };

    public static readonly Command ShowNew = new("show-new", "Show the new ones that wait", CommandGroup.View);
    public static readonly Command UnreadOnly = new("unread-only", "Unread only", CommandGroup.View) { OtherWords = "filter is:unread" };
    public static readonly Command Everything = new("everything", "Everything", CommandGroup.View) { OtherWords = "clear filter read and unread all zones" };
    public static readonly Command SaveView = new("save-view", "Save this view", CommandGroup.View) { OtherWords = "name keep filter" };
    public static readonly Command ManageViews = new("manage-views", "Manage saved views", CommandGroup.View) { OtherWords = "order default rename delete share" };
    public static readonly Command NoGroups = new("no-groups", "Group by nothing", CommandGroup.View) { OtherWords = "ungroup flat list" };

    public static readonly Command ToInbox = new("to-inbox", "Inbox", CommandGroup.Page, "g i") { OtherWords = "go to list home" };
    public static readonly Command ToList = new("to-list", "The list", CommandGroup.Page, "g l") { OtherWords = "go to rows", InPage = "[role=grid]" };
    public static readonly Command BackToInbox = new("back", "Back to the inbox", CommandGroup.Page, "u");
    public static readonly Command ToPreferences = new("to-preferences", "Preferences", CommandGroup.Page, "g s") { OtherWords = "go to settings" };
    public static readonly Command ToActivity = new("to-activity", "Activity and recycle bin", CommandGroup.Page, "g a") { OtherWords = "go to receipts history undo deleted" };
    public static readonly Command ToConnections = new("to-connections", "Connections", CommandGroup.Page) { OtherWords = "go to settings Make token account" };
    public static readonly Command ToSessions = new("to-sessions", "Where you are signed in", CommandGroup.Page) { OtherWords = "go to sessions browsers sign out everywhere" };
    public static readonly Command SignOut = new("sign-out", "Sign out", CommandGroup.Page) { OtherWords = "log out leave", InPage = "form[action='/auth/logout'] button" };

    public static readonly Command SingleKeysOn = new("single-keys-on", "Single-letter keys: on", CommandGroup.Setting) { OtherWords = "switch shortcuts" };
    public static readonly Command SingleKeysOff = new("single-keys-off", "Single-letter keys: off", CommandGroup.Setting) { OtherWords = "switch shortcuts speech" };

    /// <summary>All but those that exist once for each zone, column, saved view or choice of a setting.</summary>
    public static IReadOnlyList<Command> All { get; } =
    [
        Palette, Keys, Search, SearchHelp,
        MoveDown, MoveUp, PageDown, PageUp, First, Last, Open, Unfold, Fold, SizeColumn, MoveColumn, MarkTime,
        Select, SelectDown, SelectUp, SelectInSteps, SelectAll, SelectNone, SelectRead, SelectUnread,
        Back, Next, Previous, CopyLink,
        Refresh, Delete, Done, Undo, MarkAllRead, Export,
        ShowNew, UnreadOnly, Everything, SaveView, ManageViews, NoGroups,
        ToInbox, ToList, BackToInbox, ToActivity, ToPreferences, ToConnections, ToSessions, SignOut,
        SingleKeysOn, SingleKeysOff,
    ];

    /// <summary>What only the list itself does.</summary>
    public static IEnumerable<Command> OfTheList => All.Where(command => command.IsOfTheList);

    /// <summary>Shows a saved view.</summary>
    /// <param name="place">Its place among the person's views, from 1; the first <see cref="ViewsWithKeys"/> have a digit as key.</param>
    /// <param name="name">What the person calls it.</param>
    public static Command SavedView(int place, string name) => place <= ViewsWithKeys
        ? new(Invariant($"view-{place}"), name, CommandGroup.View, Invariant($"{place}")) { OtherWords = "saved view" }
        : new(Invariant($"view-{place}"), name, CommandGroup.View) { OtherWords = "saved view" };

    /// <summary>Shows one zone.</summary>
    /// <param name="domain">The zone's domain.</param>
    /// <param name="name">The zone's name.</param>
    public static Command Zone(string domain, string name) => new($"zone-{domain}", $"Zone {name}", CommandGroup.View) { OtherWords = domain };

    /// <summary>Folds the list together by what rows share.</summary>
    public static Command GroupBy(InboxGrouping grouping) => new($"group-{grouping}", $"Group by {grouping.ToString().ToLowerInvariant()}", CommandGroup.View) { OtherWords = "fold together" };

    /// <summary>Orders the list by a column.</summary>
    public static Command SortBy(InboxColumn column) => new($"sort-{column}", $"Sort by {column.ToString().ToLowerInvariant()}", CommandGroup.View) { OtherWords = "order column" };

    /// <summary>Chooses the colours.</summary>
    public static Command Colours(ThemeMode mode) => new($"colours-{mode}", $"Colours: {ThemeChoice.NameOf(mode)}", CommandGroup.Setting) { OtherWords = "theme dark light" };

    /// <summary>Chooses how high the rows are.</summary>
    public static Command Density(GridDensity density) => new($"density-{density}", $"Rows: {density.ToString().ToLowerInvariant()}", CommandGroup.Setting) { OtherWords = "density height" };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
