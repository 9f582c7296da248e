using Dashboard.Web.Components.Commands;
using Dashboard.Web.Components.Layout;
using Dashboard.Web.Inbox;
using Dashboard.Web.Preferences;

namespace Dashboard.Web.Tests.Commands;

public sealed class KnownCommandsTests
{
    private static readonly Command[] Every =
    [
        .. KnownCommands.All,
        .. Enumerable.Range(1, 12).Select(place => KnownCommands.SavedView(place, $"View {place}")),
        KnownCommands.Zone("eu1.make.com", "EU1"),
        .. Enum.GetValues<InboxColumn>().Select(KnownCommands.SortBy),
        .. Enum.GetValues<ThemeMode>().Select(KnownCommands.Colours),
        .. Enum.GetValues<GridDensity>().Select(KnownCommands.Density),
    ];

    [Fact]
    public void Ids_are_each_commands_own_and_every_command_has_words_and_a_listed_group()
    {
        Assert.Equal(Every.Length, Every.Select(command => command.Id).Distinct().Count());
        Assert.All(Every, command => Assert.NotEmpty(command.Words));
        Assert.All(Every, command => Assert.Contains(command.Group, CommandGroup.All));
    }

    [Fact]
    public void Keys_start_one_command_at_a_time()
    {
        // "Back" is one command on the inbox and another on other pages; never are both there.
        var always = Every.Where(command => command is { While: null, IsOfTheList: false } && command != KnownCommands.BackToInbox).SelectMany(command => command.Keys).ToArray();
        var withNotification = Every.Where(command => command.While == KnownCommands.Back.While).SelectMany(command => command.Keys).ToArray();
        var ofTheList = KnownCommands.OfTheList.SelectMany(command => command.Keys).ToArray();

        Assert.Equal(always.Distinct(), always);
        Assert.Equal(withNotification.Distinct(), withNotification);
        Assert.Empty(always.Intersect(withNotification.Concat(ofTheList)));
        Assert.Equal(ofTheList.Distinct(), ofTheList);
    }

    [Fact]
    public void Keys_that_begin_a_sequence_start_nothing_themselves()
    {
        var all = Every.SelectMany(command => command.Keys).Distinct().ToArray();

        Assert.Equal(["*", "g"], all.Where(keys => keys.Contains(' ', StringComparison.Ordinal)).Select(keys => keys.Split(' ')[0]).Distinct().Order());
        Assert.DoesNotContain("*", all);
        Assert.DoesNotContain("g", all);
    }

    [Theory]
    [InlineData(1, "1")]
    [InlineData(9, "9")]
    [InlineData(10, null)]
    public void First_nine_saved_views_have_a_digit(int place, string? key)
    {
        Assert.Equal(key is null ? [] : new[] { key }, KnownCommands.SavedView(place, "Mine").Keys);
    }

    [Fact]
    public void Tip_names_the_keys_that_work()
    {
        Assert.Equal("Refresh (r)", KnownCommands.Refresh.Tip(singleLetters: true));
        Assert.Equal("Refresh", KnownCommands.Refresh.Tip(singleLetters: false));
        Assert.Equal("Back to the list (u or Esc)", KnownCommands.Back.Tip(singleLetters: true));
        Assert.Equal("Back to the list (Esc)", KnownCommands.Back.Tip(singleLetters: false));
        Assert.Equal("Mine: 3 (2)", KnownCommands.SavedView(2, "Mine").Tip(singleLetters: true, "Mine: 3"));
        Assert.Equal("Sign out", KnownCommands.SignOut.Tip(singleLetters: true));
    }

    [Fact]
    public void Readme_lists_every_key()
    {
        var readme = File.ReadAllText(Path.Combine(Repository(), "README.md"));
        var keys = readme[readme.IndexOf("\n## Keys", StringComparison.Ordinal)..];
        keys = keys[..keys.IndexOf("\n## ", 1, StringComparison.Ordinal)];

        Assert.All(KnownCommands.All.SelectMany(command => command.Keys), key => Assert.Contains($"`{KeyText.Line(key)}`", keys, StringComparison.Ordinal));
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Dashboard.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return folder.FullName;
    }
}
