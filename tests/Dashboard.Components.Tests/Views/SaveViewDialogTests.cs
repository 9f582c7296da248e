using Bunit;
using Dashboard.Web.Components.Views;
using Dashboard.Web.Inbox;
using Dashboard.Web.Preferences;
using Dashboard.Web.Views;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace Dashboard.Components.Tests.Views;

public sealed class SaveViewDialogTests : BunitContext
{
    private static readonly SavedView Other = new() { Name = "Night shift", Query = new InboxQuery().WithZone("eu1") };

    private readonly List<SavedView> _kept = [];
    private readonly List<bool> _replaced = [];

    public SaveViewDialogTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
    }

    [Fact]
    public async Task View_is_kept_with_what_was_chosen()
    {
        var (host, dialog) = await ShowAsync(problem: null);

        host.Find("input:not([type])").Input("Day shift");
        host.FindAll("input[type=radio]")[(int)ViewColour.Violet].Change(true);
        host.FindAll("input[type=checkbox]")[0].Change(true);
        host.FindAll("input[type=checkbox]")[1].Change(true);
        Save(host);

        await dialog.Result;
        var kept = Assert.Single(_kept);
        Assert.Equal(("Day shift", ViewColour.Violet, true), (kept.Name, kept.Colour, kept.IsShared));
        Assert.Equal([new ColumnPreference(InboxColumn.Subject)], kept.Columns);
    }

    [Fact]
    public async Task Refusal_is_shown_in_words_and_nothing_typed_is_lost()
    {
        var (host, dialog) = await ShowAsync("Give the view a name.");

        host.Find("input:not([type])").Input(" ");
        Save(host);

        Assert.Equal("Give the view a name.", host.Find("[role=alert]").TextContent);
        Assert.Equal(" ", host.Find("input:not([type])").GetAttribute("value"));
        Assert.False(dialog.Result.IsCompleted);
    }

    [Fact]
    public async Task Name_that_is_taken_is_told_with_what_it_shows_and_the_other_is_replaced_when_asked_only()
    {
        var (host, dialog) = await ShowAsync(problem: null);
        host.Find("input:not([type])").Input("night shift ");
        Assert.DoesNotContain(host.FindAll("button"), IsReplace);

        Save(host);
        Save(host);
        Assert.Empty(_kept);
        Assert.Contains("“Night shift” already, which shows zone:eu1", host.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        host.Find("input:not([type])").Input("Night");
        Assert.Empty(host.FindAll("[role=alert]"));
        host.Find("input:not([type])").Input("Night shift");
        Save(host);
        host.FindAll("button").Single(IsReplace).Click();

        await dialog.Result;
        Assert.Equal(("Night shift", true), (Assert.Single(_kept).Name, Assert.Single(_replaced)));
    }

    private static bool IsReplace(AngleSharp.Dom.IElement button) => button.TextContent.Trim() == "Replace it";

    private async Task<(IRenderedComponent<MudDialogProvider> Host, IDialogReference Dialog)> ShowAsync(string? problem)
    {
        var host = Render<MudDialogProvider>();
        var parameters = new DialogParameters<SaveViewDialog>
        {
            { it => it.View, new SavedView { Name = "", Query = new InboxQuery().WithUnread(true) } },
            { it => it.IsNew, true },
            { it => it.Columns, [new ColumnPreference(InboxColumn.Subject)] },
            { it => it.Others, [Other] },
            { it => it.Save, Keep },
        };
        var dialog = await host.InvokeAsync(() => Services.GetRequiredService<IDialogService>().ShowAsync<SaveViewDialog>(null, parameters));
        return (host, dialog);

        Task<string?> Keep(SavedView view, bool replaces)
        {
            _kept.Add(view);
            _replaced.Add(replaces);
            return Task.FromResult(problem);
        }
    }

    private static void Save(IRenderedComponent<MudDialogProvider> host) =>
        host.FindAll("button").Single(button => button.TextContent.Trim() == "Save").Click();
}
