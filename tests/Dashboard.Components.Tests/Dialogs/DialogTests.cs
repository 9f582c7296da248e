using Bunit;
using Dashboard.Web.Actions;
using Dashboard.Web.Components.Dialogs;
using Dashboard.Web.Inbox;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace Dashboard.Components.Tests.Dialogs;

public sealed class DialogTests : BunitContext
{
    public DialogTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
    }

    [Fact]
    public async Task Mark_all_names_the_zones_and_how_many_before_anything_is_sent()
    {
        var snapshot = Sample.Snapshot([new ZoneState(ZonePhase.InStep, Unread: 1200), new ZoneState(ZonePhase.InStep)]);
        var (host, dialog) = await ShowAsync(new DialogParameters<MarkAllDialog> { { it => it.Zones, snapshot.Parts } });

        Assert.Equal(["EU1", "1,200", "EU2", "not known"], host.FindAll("td").Select(cell => cell.TextContent));
        Press(host, "Mark 1,200 as read");
        Assert.False((await dialog.Result)!.Canceled);
    }

    [Fact]
    public async Task Cancel_is_no_consent()
    {
        var (host, dialog) = await ShowAsync(new DialogParameters<DeleteDialog> { { it => it.Selected, 3 } });

        Press(host, "Cancel");

        Assert.True((await dialog.Result)!.Canceled);
    }

    [Theory]
    [InlineData(1, "Delete 1 notification?")]
    [InlineData(2500, "Delete 2,500 notifications?")]
    public async Task Delete_names_the_count(int selected, string title)
    {
        var (host, _) = await ShowAsync(new DialogParameters<DeleteDialog> { { it => it.Selected, selected } });

        Assert.Equal(title, host.Find(".mud-dialog-title").TextContent.Trim());
    }

    [Fact]
    public async Task Receipt_says_what_was_marked_what_failed_and_what_was_never_on_screen()
    {
        var snapshot = Sample.Snapshot([new ZoneState(ZonePhase.InStep), new ZoneState(ZonePhase.InStep)], 1, 2);
        var (first, second) = (snapshot.Parts[0], snapshot.Parts[1]);
        var rows = snapshot.Find(first.Zone.Domain, new Client.NotificationId(1)).ToArray();
        var (host, _) = await ShowAsync(new DialogParameters<MarkReceiptDialog>
        {
            { it => it.Receipts, [new MarkReceipt(first, [rows[0].Key], null), new MarkReceipt(second, [], "Make cannot be reached.")] },
            { it => it.NeverSeen, rows },
        });

        var text = host.Find(".mud-dialog").TextContent;
        Assert.Contains("1 marked as read.", text, StringComparison.Ordinal);
        Assert.Contains("Make cannot be reached.", text, StringComparison.Ordinal);
        Assert.Contains("1 was never on your screen", text, StringComparison.Ordinal);
        Assert.Equal("/notifications/eu1.make.example/1", host.Find(".unseen a").GetAttribute("href"));
    }

    private async Task<(IRenderedComponent<MudDialogProvider> Host, IDialogReference Dialog)> ShowAsync<TDialog>(DialogParameters<TDialog> parameters)
        where TDialog : IComponent
    {
        var host = Render<MudDialogProvider>();
        var dialogs = Services.GetRequiredService<IDialogService>();
        var dialog = await host.InvokeAsync(() => dialogs.ShowAsync<TDialog>(null, parameters));
        return (host, dialog);
    }

    private static void Press(IRenderedComponent<MudDialogProvider> host, string button) =>
        host.FindAll("button").Single(it => it.TextContent.Trim() == button).Click();
}
