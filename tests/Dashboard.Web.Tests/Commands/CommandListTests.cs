using Dashboard.Web.Components.Commands;

namespace Dashboard.Web.Tests.Commands;

public sealed class CommandListTests
{
    private static readonly Command Wave = new("wave", "Wave", CommandGroup.Action, "w");
    private static readonly Command Wink = new("wink", "Wink", CommandGroup.Action, "Ctrl+W");

    private readonly CommandList _list = new();

    [Fact]
    public async Task Commands_are_offered_while_their_source_lives_and_what_comes_later_comes_first()
    {
        var changes = 0;
        _list.Changed += () => changes++;
        var done = new List<string>();
        _list.Add(() => [new(Wave, Do("wave of the portal")), new(Wink)]);
        var page = _list.Add(() => [new(Wave, Do("wave of the page"))]);

        Assert.Equal([Wave, Wink], _list.Offers.Select(offer => offer.Command));
        await _list.RunAsync("wave");
        page.Dispose();
        page.Dispose();
        await _list.RunAsync("wave");

        Assert.Equal(["wave of the page", "wave of the portal"], done);
        Assert.Equal(3, changes);

        Func<Task> Do(string what) => () =>
        {
            done.Add(what);
            return Task.CompletedTask;
        };
    }

    [Fact]
    public async Task Command_that_cannot_be_run_says_why_as_it_is_at_that_moment()
    {
        string? whyNot = "Your hands are full.";
        var waved = false;
        _list.Add(() => [new(Wave, () => Task.FromResult(waved = true), whyNot)]);

        Assert.Equal("Your hands are full.", await _list.RunAsync("wave"));
        Assert.False(waved);
        whyNot = null;

        Assert.Null(await _list.RunAsync("wave"));
        Assert.True(waved);
    }

    [Fact]
    public async Task Command_that_nobody_offers_any_more_does_nothing() => Assert.Null(await _list.RunAsync("wave"));

    [Theory]
    [InlineData("j", true)]
    [InlineData("#", true)]
    [InlineData("1", true)]
    [InlineData("Shift+I", true)]
    [InlineData("* a", true)]
    [InlineData("Space", false)]
    [InlineData("Escape", false)]
    [InlineData("Delete", false)]
    [InlineData("PageDown", false)]
    [InlineData("Shift+ArrowDown", false)]
    [InlineData("Ctrl+K", false)]
    public void Keys_of_characters_are_told_from_others(string keys, bool areOfCharacters) => Assert.Equal(areOfCharacters, KeyText.IsOfCharacters(keys));

    [Theory]
    [InlineData("Ctrl+K", "Ctrl/Cmd+K")]
    [InlineData("g i", "g i")]
    [InlineData("Escape", "Esc")]
    [InlineData("Shift+ArrowUp", "Shift+↑")]
    public void Keys_read_as_they_are_printed_on_keyboards(string keys, string line) => Assert.Equal(line, KeyText.Line(keys));

    [Fact]
    public void Browser_listens_for_what_is_offered_and_asks_first_for_what_counts_only_for_a_while()
    {
        CommandOffer[] offers = [new(KnownCommands.SelectNone), new(KnownCommands.Palette), new(KnownCommands.MoveDown), new(KnownCommands.BackToInbox), new(KnownCommands.Back)];

        Assert.Equal(
            [("* n", "select-none"), ("Escape", "select-none"), ("u", "close"), ("Escape", "close"), ("Ctrl+K", "palette"), ("u", "back")],
            ListenedKey.Of(offers, singleLetters: true).Select(key => (key.Keys, key.Id)));
        Assert.Equal(["select-none", "close", "palette"], ListenedKey.Of(offers, singleLetters: false).Select(key => key.Id));
    }

    [Fact]
    public void Palette_shows_what_can_be_started_from_it_with_the_keys_that_count()
    {
        CommandOffer[] offers = [new(KnownCommands.Palette), new(KnownCommands.MoveDown), new(KnownCommands.Delete, WhyNot: "Nothing is selected."), new(Wink)];

        var shown = PaletteEntry.Of(offers, singleLetters: true);
        Assert.Equal(["delete", "wink"], shown.Select(entry => entry.Id));
        Assert.Equal(["#", "Delete"], shown[0].Keys);
        Assert.Equal("Nothing is selected.", shown[0].WhyNot);
        Assert.Equal(["Ctrl/Cmd+W"], shown[1].Keys);

        Assert.Equal(["Delete"], PaletteEntry.Of(offers, singleLetters: false)[0].Keys);
    }
}
