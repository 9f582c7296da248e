using System.Security.Claims;
using AngleSharp.Dom;
using Bunit;
using Dashboard.Web.Components;
using Dashboard.Web.Components.Export;
using Dashboard.Web.Components.Grid;
using Dashboard.Web.Export;
using Dashboard.Web.Identity;
using Dashboard.Web.Inbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Dashboard.Components.Tests.Export;

public sealed class ExportMenuTests : BunitContext
{
    private static readonly SignIn Alice = new(new UserKey("tenant", "alice"), "session");
    private static readonly InboxSnapshot Snapshot = Sample.Snapshot([new ZoneState(ZonePhase.InStep)], 1, 2, 3);
    private static readonly IInboxView Three = Snapshot.View(new InboxQuery(), null, Sample.Now, TimeZoneInfo.Utc, CancellationToken.None);

    private readonly FakeTimeProvider _time = new(Sample.Now);
    private readonly NotificationSelection _selection = new();
    private readonly BunitJSModuleInterop _module;

    public ExportMenuTests()
    {
        Services.AddScoped<ScriptModules>();
        Services.AddSingleton<TimeProvider>(_time);
        Services.AddSingleton<ExportTickets>();
        Services.AddScoped<CurrentUser>();
        this.AddAuthorization().SetAuthorized("Alice").SetClaims(
            new Claim("tid", Alice.User.Tenant), new Claim("oid", Alice.User.ObjectId), new Claim(Sessions.ClaimType, Alice.Session));
        _module = JSInterop.SetupModule(ExportMenu.Module);
        _module.SetupVoid("download", _ => true).SetVoidResult();
    }

    [Fact]
    public void Only_what_is_shown_can_be_exported_while_nothing_is_selected()
    {
        var menu = Show();

        Assert.Equal(["All 3 shown"], Choices(menu));
        Assert.Equal(["CSV, all shown", "JSON, all shown"], menu.FindAll(".sheet button").Select(button => button.GetAttribute("aria-label")));
    }

    [Fact]
    public void Selection_is_offered_first_with_its_count()
    {
        _selection.Follow(Three);
        _selection.Toggle(new LineKey(Three[0].Key));
        _selection.Toggle(new LineKey(Three[2].Key));

        Assert.Equal(["The 2 selected", "All 3 shown"], Choices(Show()));
    }

    [Fact]
    public void List_that_is_not_all_loaded_says_so_in_the_choice() =>
        Assert.Equal(["All 3 shown, loaded so far"], Choices(Show(isPartial: true)));

    [Fact]
    public void Empty_list_has_nothing_to_export() =>
        Assert.All(Show(new Grid.RowsView()).FindAll(".sheet button"), button => Assert.True(button.HasAttribute("disabled")));

    [Theory]
    [InlineData("CSV, all shown", "csv")]
    [InlineData("JSON, all shown", "json")]
    public async Task Export_says_how_many_then_how_far_then_that_it_is_done(string choice, string extension)
    {
        var menu = Show();
        var following = Press(menu, choice);
        var ticket = await TakenAsync(extension);
        Assert.Equal("Exporting 3 notifications…", Words(menu));
        Assert.All(menu.FindAll(".sheet button"), button => Assert.True(button.HasAttribute("disabled")));

        var pause = new TaskCompletionSource();
        var writing = ticket.WriteAsync(new HeldFile(after: 2, pause.Task), Stream.Null, _ => "", Xunit.TestContext.Current.CancellationToken);
        menu.WaitForState(() =>
        {
            _time.Advance(ExportMenu.Pace);
            return menu.FindAll(".written") is [{ TextContent: "2 written" }];
        });
        pause.SetResult();
        await writing;
        await EndAsync(following);

        Assert.Equal("3 notifications exported.", Words(menu));
        Assert.Equal("polite", menu.Find(".words").GetAttribute("aria-live"));
        Assert.All(menu.FindAll(".sheet button"), button => Assert.False(button.HasAttribute("disabled")));
        menu.Find(".dismiss").Click();
        Assert.Equal("", Words(menu));
    }

    [Fact]
    public async Task Selected_rows_alone_are_frozen_at_the_click()
    {
        _selection.Follow(Three);
        _selection.Toggle(new LineKey(Three[2].Key));
        _selection.Toggle(new LineKey(Three[0].Key));
        _selection.Replace(_selection.Rows, _selection.Rows.With([new NotificationKey(Guid.Empty, "gone.example", new(1))]));
        var menu = Show();
        var following = Press(menu, "CSV, the selected");
        _selection.Clear();
        var ticket = await TakenAsync("csv");
        var written = new MemoryStream();

        await ticket.WriteAsync(new CsvFile(), written, key => $"{key.Id}", Xunit.TestContext.Current.CancellationToken);
        await EndAsync(following);

        Assert.Equal(["link", "3", "1"], System.Text.Encoding.UTF8.GetString(written.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')[^1]));
        Assert.Equal("2 notifications exported. 1 selected no longer exist.", Words(menu));
    }

    [Fact]
    public async Task Export_of_what_is_loaded_so_far_says_that_older_ones_are_missing()
    {
        var menu = Show(isPartial: true);
        var following = Press(menu, "CSV, all shown");

        await (await TakenAsync("csv")).WriteAsync(new CsvFile(), Stream.Null, _ => "", Xunit.TestContext.Current.CancellationToken);
        await EndAsync(following);

        Assert.Equal("3 notifications exported. Older ones were still being loaded and are not in the file.", Words(menu));
    }

    [Fact]
    public async Task Download_that_breaks_off_says_that_the_file_is_not_whole()
    {
        var menu = Show();
        var following = Press(menu, "CSV, all shown");
        var ticket = await TakenAsync("csv");

        await Assert.ThrowsAsync<IOException>(() => ticket.WriteAsync(new HeldFile(after: 1, Task.FromException(new IOException())), Stream.Null, _ => "", Xunit.TestContext.Current.CancellationToken));
        await EndAsync(following);

        Assert.Equal("The export stopped after 1 of 3 notifications: the file is not whole. Export again.", Words(menu));
    }

    [Fact]
    public async Task File_that_the_browser_does_not_fetch_is_told()
    {
        var menu = Show();
        var following = Press(menu, "CSV, all shown");
        menu.WaitForAssertion(() => Assert.NotEmpty(_module.Invocations["download"]));

        _time.Advance(ExportTickets.Lifetime);
        await EndAsync(following);

        Assert.Equal("The browser did not fetch the file. Export again.", Words(menu));
    }

    private IRenderedComponent<ExportMenu> Show(IInboxView? view = null, bool isPartial = false) => Render<ExportMenu>(p => p
        .Add(menu => menu.View, view ?? Three).Add(menu => menu.Snapshot, Snapshot).Add(menu => menu.Selection, _selection).Add(menu => menu.IsPartial, isPartial));

    /// <summary>Lets time pass until the page has heard of the end.</summary>
    private async Task EndAsync(Task following)
    {
        for (var looks = 0; !following.IsCompleted; looks++)
        {
            Assert.True(looks < 2_000, "The page never hears of the end.");
            _time.Advance(ExportMenu.Pace);
            await Task.WhenAny(following, Task.Delay(5, Xunit.TestContext.Current.CancellationToken));
        }

        await following;
    }

    private static IEnumerable<string> Choices(IRenderedComponent<ExportMenu> menu) => menu.FindAll("h2").Select(choice => choice.TextContent);

    private static Task Press(IRenderedComponent<ExportMenu> menu, string choice) =>
        menu.FindAll(".sheet button").Single(button => button.GetAttribute("aria-label") == choice).ClickAsync(new());

    private static string Words(IRenderedComponent<ExportMenu> menu) => menu.Find(".words").TextContent;

    /// <summary>The ticket whose address the browser was given.</summary>
    private async Task<ExportTicket> TakenAsync(string extension)
    {
        // Asked of the browser after the last drawing: nothing is drawn by which waiting could be told.
        while (_module.Invocations["download"].Count == 0)
            await Task.Delay(5, Xunit.TestContext.Current.CancellationToken);
        var address = Assert.IsType<string>(Assert.Single(_module.Invocations["download"]).Arguments[0]);
        Assert.StartsWith($"/export/{extension}/", address, StringComparison.Ordinal);
        return Services.GetRequiredService<ExportTickets>().Take(address[(address.LastIndexOf('/') + 1)..], Alice)!;
    }

    /// <summary>Goes through some rows, then waits.</summary>
    private sealed class HeldFile(int after, Task release) : IExportFile
    {
        public string ContentType => "";

        public string Extension => "";

        public async Task WriteAsync(IEnumerable<InboxRow> rows, Stream output, Func<NotificationKey, string> linkTo, CancellationToken cancellationToken)
        {
            foreach (var (index, _) in rows.Index())
            {
                if (index == after)
                    await release;
            }
        }
    }
}
