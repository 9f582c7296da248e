using System.Text.Json;
using Bunit;
using Dashboard.Web.Components.Commands;
using Dashboard.Web.Components.Pages;
using Dashboard.Web.Preferences;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace Dashboard.Components.Tests.Commands;

public sealed class CommandTests : CommandContext
{
    private readonly List<string> _done = [];

    [Fact]
    public async Task Palette_offers_what_there_is_at_that_moment_and_runs_what_was_chosen()
    {
        var palette = Render<CommandPalette>();
        Assert.Equal("palette-commands", palette.Find("[role=combobox]").GetAttribute("aria-controls"));
        Assert.Equal("listbox", palette.Find("#palette-commands").GetAttribute("role"));
        Assert.Empty(palette.Instance.Offer());

        Commands.Add(() => [Doing(KnownCommands.Refresh), Doing(KnownCommands.Delete, "Select something first.")]);
        Assert.Equal([("refresh", null), ("delete", "Select something first.")], palette.Instance.Offer().Select(entry => (entry.Id, entry.WhyNot)));
        await palette.InvokeAsync(() => palette.Instance.ChooseAsync("refresh"));
        await palette.InvokeAsync(() => palette.Instance.ChooseAsync("delete"));

        Assert.Equal(["refresh"], _done);
        Assert.Equal("Select something first.", Assert.Single(Said()));
    }

    [Fact]
    public async Task Keys_are_heard_as_they_are_offered_and_single_letters_only_where_wanted()
    {
        var listener = JSInterop.SetupModule(CommandKeys.Module).SetupModule("listen", _ => true);
        listener.SetupVoid("hear", _ => true).SetVoidResult();
        listener.SetupVoid("stop").SetVoidResult();
        Commands.Add(() => [Doing(KnownCommands.Delete)]);
        var keys = Render<CommandKeys>();
        Assert.Equal(["#", "Delete"], Heard());

        var page = Commands.Add(() => [Doing(KnownCommands.Refresh)]);
        Assert.Equal(["r", "#", "Delete"], Heard());
        Commands.Renew();
        Assert.Equal(2, listener.Invocations["hear"].Count);
        page.Dispose();
        await keys.InvokeAsync(() => Preferences.ChangeAsync(before => before with { SingleLetterKeys = false }, Cancel));

        Assert.Equal(["Delete"], Heard());
        Assert.Equal("off", listener.Invocations["hear"][^1].Arguments[1]);

        string[] Heard() => [.. JsonSerializer.Deserialize<ListenedKey[]>((string)listener.Invocations["hear"][^1].Arguments[0]!, JsonSerializerOptions.Web)!.Select(key => key.Keys)];
    }

    [Fact]
    public async Task Key_that_can_do_nothing_says_why_but_Escape_is_left_alone()
    {
        Commands.Add(() => [Doing(KnownCommands.SelectNone, "Nothing is selected.")]);
        var keys = Render<CommandKeys>();

        await keys.InvokeAsync(() => keys.Instance.PressAsync("select-none", "Escape"));
        Assert.Empty(Said());
        await keys.InvokeAsync(() => keys.Instance.PressAsync("select-none", "* n"));

        Assert.Equal("Nothing is selected.", Assert.Single(Said()));
        Assert.Empty(_done);
    }

    [Fact]
    public async Task List_of_keys_is_what_is_offered_by_group_with_the_switch_for_single_letters()
    {
        Commands.Add(() => [Doing(KnownCommands.Delete), new(KnownCommands.MoveDown), new(KnownCommands.Palette), Doing(KnownCommands.UnreadOnly), Doing(KnownCommands.SelectUnread)]);
        var host = Render<MudDialogProvider>();
        await host.InvokeAsync(() => Services.GetRequiredService<IDialogService>().ShowAsync<KeysDialog>("Keys"));

        Assert.Equal(["Find your way", "In the list", "Select", "Do"], host.FindAll("caption").Select(caption => caption.TextContent));
        Assert.Equal(["Find a command, a view or a setting", "Next row", "Select the unread ones", "Delete the selected, or the open one"], host.FindAll("th").Select(words => words.TextContent));
        Assert.Equal(["Ctrl/Cmd", "K", "j", "↓", "*", "u", "#", "Delete"], host.FindAll("kbd").Select(key => key.TextContent));
        Assert.Empty(host.FindAll(".off"));

        host.Find("input[type=checkbox]").Change(false);

        host.WaitForAssertion(() => Assert.Equal(["j", "*u", "#"], host.FindAll(".off").Select(keys => string.Concat(keys.QuerySelectorAll("kbd").Select(key => key.TextContent)))));
        Assert.All(host.FindAll(".off"), keys => Assert.Contains("(off)", keys.TextContent, StringComparison.Ordinal));
        Assert.False((await KeptAsync()).SingleLetterKeys);
    }

    [Fact]
    public async Task Preferences_show_what_is_kept_keep_what_is_chosen_and_follow_a_change_made_elsewhere()
    {
        await Preferences.ChangeAsync(before => before with { Density = GridDensity.Compact, SingleLetterKeys = false }, Cancel);
        var page = Render<PreferencesPage>();
        Assert.Equal("Compact", Chosen(page, "rows"));
        Assert.False(page.Find("input[type=checkbox]").HasAttribute("checked"));

        page.FindAll("[aria-labelledby=rows] input[type=radio]")[^1].Click();
        page.WaitForAssertion(() => Assert.Contains("Kept.", page.Markup, StringComparison.Ordinal));
        Assert.Equal(GridDensity.Roomy, (await KeptAsync()).Density);

        await Services.GetRequiredService<PreferenceStore>().ChangeAsync("harbour.alice", before => before with { Density = GridDensity.Standard }, Cancel);
        page.WaitForAssertion(() => Assert.Equal("Standard", Chosen(page, "rows")));
    }

    private static string Chosen(IRenderedComponent<IComponent> page, string group) =>
        page.FindAll($"[aria-labelledby={group}] label").Single(label => label.QuerySelector("input")!.HasAttribute("checked")).TextContent.Trim();

    private IEnumerable<string> Said() => Services.GetRequiredService<ISnackbar>().ShownSnackbars.Select(snackbar => snackbar.Message ?? "");

    private CommandOffer Doing(Command command, string? whyNot = null) => new(
        command,
        () =>
        {
            _done.Add(command.Id);
            return Task.CompletedTask;
        },
        whyNot);
}
