using Bunit;
using Dashboard.Client;
using Dashboard.Web.Components.Dialogs;
using Dashboard.Web.Inbox;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace Dashboard.Components.Tests.Dialogs;

public sealed class DialogTests : BunitContext
{
    private static readonly InboxSnapshot Two = Sample.Snapshot([new ZoneState(ZonePhase.InStep, Unread: 1200), new ZoneState(ZonePhase.InStep)], 1, 2, 3);

    public DialogTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddSingleton(TimeProvider.System);
    }

    [Fact]
    public async Task Mark_all_names_the_zones_and_how_many_before_anything_is_sent()
    {
        var (host, dialog) = await ShowAsync(Ask(""));

        host.WaitForAssertion(() => Assert.Equal(["EU1", "1,200", "3", "EU2", "not known", "3"], Cells(host)));
        Press(host, "Mark 1,200 as read");
        Assert.False((await dialog.Result)!.Canceled);
    }

    [Fact]
    public async Task Mark_all_tells_what_the_search_shows_and_what_was_never_on_screen()
    {
        var seen = new NotificationKey(Sample.Connection.Id, "eu1.make.example", new NotificationId(2));

        var (host, _) = await ShowAsync(Ask("zone:eu1 (id:1 OR id:2)", seen));

        Assert.Contains("Match your search", host.FindAll("thead th").Select(head => head.TextContent));
        host.WaitForAssertion(() => Assert.Equal(["EU1", "1,200", "2", "2", "EU2", "not known", "0", "3"], Cells(host)));
        Assert.Equal("false", host.Find("table").GetAttribute("aria-busy"));
    }

    [Fact]
    public async Task Cancel_is_no_consent()
    {
        var (host, dialog) = await ShowAsync(new DialogParameters<ForgetDialog> { { it => it.Copies, 3 } });

        Press(host, "Cancel");

        Assert.True((await dialog.Result)!.Canceled);
    }

    [Theory]
    [InlineData(1, "Delete 1 notification for good?", "Delete 1 for good")]
    [InlineData(2500, "Delete 2,500 notifications for good?", "Delete 2,500 for good")]
    public async Task Deleting_for_good_names_the_count_and_says_that_nothing_brings_it_back(int copies, string title, string button)
    {
        var (host, dialog) = await ShowAsync(new DialogParameters<ForgetDialog> { { it => it.Copies, copies } });

        Assert.Equal(title, host.Find(".mud-dialog-title").TextContent.Trim());
        Assert.Contains("can’t be undone", host.Find(".mud-dialog").TextContent, StringComparison.Ordinal);
        Press(host, button);
        Assert.False((await dialog.Result)!.Canceled);
    }

    private static DialogParameters<MarkAllDialog> Ask(string query, params NotificationKey[] seen) => new()
    {
        { it => it.Zones, Two.Parts },
        { it => it.Snapshot, Two },
        { it => it.Query, InboxQuery.Parse(query, null, null, out _) },
        { it => it.Seen, new Func<NotificationKey, bool>(key => seen.Contains(key)) },
    };

    private static IEnumerable<string> Cells(IRenderedComponent<MudDialogProvider> host) => host.FindAll("tbody th, tbody td").Select(cell => cell.TextContent);

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
