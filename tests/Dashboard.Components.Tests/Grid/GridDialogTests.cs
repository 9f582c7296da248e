using AngleSharp.Dom;
using Bunit;
using Dashboard.Client;
using Dashboard.Web.Components;
using Dashboard.Web.Components.Grid;
using Dashboard.Web.Inbox;
using Dashboard.Web.Preferences;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace Dashboard.Components.Tests.Grid;

public sealed class GridDialogTests : BunitContext
{
    private GridLook? _applied;

    public GridDialogTests()
    {
        Services.AddScoped<ScriptModules>();
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
    }

    [Fact]
    public async Task Columns_are_listed_in_the_persons_order_with_what_can_be_done_to_each()
    {
        var (host, _) = await ShowColumnsAsync(GridLook.Default.Show(InboxColumn.Zone, false).Resize(InboxColumn.Type, 80));

        Assert.Equal(["Read", "Subject", "Zone", "Type", "Created", "ID"], host.FindAll("li label").Select(label => label.TextContent.Trim()));
        Assert.Equal([true, true, false, true, true, true], host.FindAll("li input").Select(box => box.HasAttribute("checked")));
        Assert.Equal([false, true, false, false, false, false], host.FindAll("li input").Select(box => box.HasAttribute("disabled")));
        Assert.Equal("80 px", host.FindAll("li .width")[3].TextContent);
        Assert.True(Named(host, "Read further left").HasAttribute("disabled"));
        Assert.True(Named(host, "Zone further left").HasAttribute("disabled"));
        Assert.True(Named(host, "ID further right").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Each_change_is_applied_at_once_and_told_in_words()
    {
        var (host, _) = await ShowColumnsAsync(GridLook.Default);

        Named(host, "Zone further left").Click();
        Assert.Equal(InboxColumn.Zone, _applied!.Shown[1].Sort);
        Assert.Equal("Zone is now column 2 of 6.", host.Find("[role=status]").TextContent);

        Named(host, "Zone wider").Click();
        Assert.Equal(126, _applied.WidthOf(InboxColumn.Zone));
        Assert.Equal("Zone is 126 pixels wide.", host.Find("[role=status]").TextContent);

        Named(host, "Zone narrower").Click();
        Assert.Equal(110, _applied.WidthOf(InboxColumn.Zone));

        host.FindAll("li input")[0].Change(false);
        Assert.False(_applied.IsShown(InboxColumn.Read));

        host.FindAll("[type=radio]")[(int)GridDensity.Roomy].Change("on");
        Assert.Equal(GridDensity.Roomy, _applied.Density);

        Press(host, "As at first");
        Assert.Equal(GridLook.Default, _applied);
    }

    [Fact]
    public async Task Done_closes_the_columns()
    {
        var (host, dialog) = await ShowColumnsAsync(GridLook.Default);

        Press(host, "Done");

        Assert.NotNull(await dialog.Result);
        Assert.Null(_applied);
    }

    [Theory]
    [InlineData("Keep them selected", true)]
    [InlineData("Drop 3 from the selection", false)]
    public async Task Selected_rows_out_of_view_are_named_and_dropped_only_when_asked(string button, bool canceled)
    {
        InboxRow[] listed = [Row(0, "One"), Row(1, "")];
        var (host, dialog) = await ShowAsync(new DialogParameters<OutsideDialog> { { it => it.Listed, listed }, { it => it.Count, 3 }, { it => it.ZoneName, zone => zone.ToUpperInvariant() } });

        Assert.Equal(["One EU1 · 0", "(no subject) EU1 · 1"], host.FindAll("li").Select(row => row.TextContent));
        Assert.Contains("And 1 more.", host.Markup, StringComparison.Ordinal);
        Press(host, button);

        Assert.Equal(canceled, (await dialog.Result)!.Canceled);
    }

    private static InboxRow Row(int id, string subject) => new(new NotificationKey(Guid.Empty, "eu1", new NotificationId((UInt128)id)), subject, 1, DateTimeOffset.UnixEpoch, null);

    private static IElement Named(IRenderedComponent<IComponent> host, string name) => host.Find($"button[aria-label='{name}']");

    private static void Press(IRenderedComponent<IComponent> host, string button) => host.FindAll("button").Single(it => it.TextContent.Trim() == button).Click();

    private Task<(IRenderedComponent<MudDialogProvider> Host, IDialogReference Dialog)> ShowColumnsAsync(GridLook look) =>
        ShowAsync(new DialogParameters<ColumnsDialog>
        {
            { it => it.Look, look },
            {
                it => it.Apply,
                applied =>
                {
                    _applied = applied;
                    return Task.CompletedTask;
                }
            },
        });

    private async Task<(IRenderedComponent<MudDialogProvider> Host, IDialogReference Dialog)> ShowAsync<TDialog>(DialogParameters<TDialog> parameters)
        where TDialog : ComponentBase
    {
        Render<MudPopoverProvider>();
        var host = Render<MudDialogProvider>();
        var dialog = await host.InvokeAsync(() => Services.GetRequiredService<IDialogService>().ShowAsync<TDialog>(null, parameters));
        return (host, dialog);
    }
}
