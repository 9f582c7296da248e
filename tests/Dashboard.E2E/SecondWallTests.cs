using Dashboard.E2E.Browser;
using Dashboard.E2E.Make;
using Dashboard.E2E.Screens;
using Dashboard.Web.Reading;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E;

/// <summary>With the sanitizer out of the way the message's frame alone stops what a body tries.</summary>
public sealed class SecondWallTests(Chromium chromium) : BrowserTest(chromium)
{
    /// <summary>What the browser says when it stops something; nothing else may be on the console.</summary>
    internal static readonly string[] Stopped =
    [
        "Blocked script execution", "Blocked form submission", "Refused to", "Unsafe attempt to initiate navigation", "violates the following Content Security Policy",
        "csp: GET", "Blocked autofocusing", "Unsafe attempt to load URL", "origin: GET", "Not allowed to load local resource", "The policy has been ignored", "Blocked setting the",
    ];

    private readonly AnswerRecorder _answers = new();

    [Fact]
    public async Task Scripts_in_a_body_do_not_run()
    {
        var (visit, detail) = await OpenAsync(
            """
            <script>top.hostile = window.hostile = 'script'</script><img src="data:image/png,x" onerror="top.hostile = window.hostile = 'onerror'">
            <svg onload="top.hostile = window.hostile = 'svg'"></svg><details open ontoggle="top.hostile = window.hostile = 'toggle'"></details>
            <a id="go" href="javascript:top.hostile = window.hostile = 'link'" target="_self">Go</a>
            """);
        await detail.InMessage("#go").ClickAsync();
        await Expect(detail.InMessage("#go")).ToBeVisibleAsync();

        foreach (var frame in visit.Page.Frames)
            Assert.Null(await frame.EvaluateAsync<string?>("window.hostile ?? null"));
        AssertOnlyStopped(visit, "Blocked script execution");
    }

    [Fact]
    public async Task Forms_in_a_body_are_not_sent()
    {
        var (visit, detail) = await OpenAsync("""<form method="post" action="/auth/logout?stolen=1"><input name="password"><button id="go">Sign in again</button></form>""");
        await detail.InMessage("#go").ClickAsync();

        await WaitForAsync(visit, "Blocked form submission");
        AssertOnlyStopped(visit, "Blocked form submission");
        AssertNeverAsked("stolen");
    }

    [Fact]
    public async Task Bodies_load_nothing_from_here_or_elsewhere()
    {
        var (visit, detail) = await OpenAsync(
            """
            <link rel="stylesheet" href="/app.css?stolen=1"><style>@import "/app.css?stolen=2"; @font-face { font-family: f; src: url(/stolen.woff) } p { background: url(/favicon.svg?stolen=3); font-family: f }</style>
            <img src="/favicon.svg?stolen=4"><img src="https://tracker.example/pixel.gif?stolen=5"><iframe src="/auth/signed-out?stolen=6"></iframe><object data="/favicon.svg?stolen=7"></object>
            <video src="/stolen.mp4" poster="/stolen.png"></video><p id="end">The end</p>
            """);
        await Expect(detail.InMessage("#end")).ToBeVisibleAsync();

        await WaitForAsync(visit, "Content Security Policy");
        AssertOnlyStopped(visit, "Content Security Policy");
        AssertNeverAsked("stolen");
    }

    [Fact]
    public async Task Overlays_and_styles_stay_inside_the_frame()
    {
        var (visit, detail) = await OpenAsync(
            """
            <style>html, body, main, .shell { background: #c00 !important } main { display: none !important } iframe { position: fixed !important; inset: 0 !important }</style>
            <div style="position:fixed;inset:0;z-index:2147483647;background:#c00">This session has expired</div>
            """);
        var covered = await visit.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('header a, header button, header summary, article button')].filter(one => one.checkVisibility()).filter(one => {
              const box = one.getBoundingClientRect();
              const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
              return !one.contains(top);
            }).map(one => one.outerHTML)
            """);

        Assert.Empty(covered);
        await Expect(detail.CopyLink).ToBeVisibleAsync();
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Bodies_do_not_take_the_page_away()
    {
        var (visit, detail) = await OpenAsync(
            """
            <base href="https://attacker.example/"><meta http-equiv="refresh" content="0;url=/auth/signed-out?stolen=1">
            <a id="top" href="/auth/signed-out?stolen=2" target="_top">Open the scenario</a>
            """);
        await WaitForAsync(visit, "Refused to execute the redirect");
        Assert.DoesNotContain("attacker", await visit.Page.Frames[^1].EvaluateAsync<string>("document.baseURI"), StringComparison.Ordinal);
        var url = visit.Page.Url;
        await detail.InMessage("#top").ClickAsync();
        await WaitForAsync(visit, "Unsafe attempt to initiate navigation");

        Assert.Equal(url, visit.Page.Url);
        AssertOnlyStopped(visit, "Refused to execute the redirect");
        AssertNeverAsked("stolen");
    }

    [Fact]
    public async Task Names_in_a_body_do_not_become_the_pages()
    {
        var (visit, _) = await OpenAsync("""<a id="main" name="main">one</a><img name="getElementById"><form id="notification-subject" name="Blazor"><input name="start"></form><p id="components-reconnect-modal">two</p>""");

        Assert.Equal("MAIN", await visit.Page.EvaluateAsync<string>("document.getElementById('main').tagName"));
        Assert.Equal(["function", "function", "1", "DIALOG"], await visit.Page.EvaluateAsync<string[]>(
            """
            [typeof document.getElementById, typeof Blazor.reconnect, `${document.querySelectorAll('#notification-subject').length}`, document.getElementById('components-reconnect-modal').tagName]
            """));
        visit.AssertQuiet();
    }

    private async Task<(Visit Visit, DetailScreen Detail)> OpenAsync(string body)
    {
        await StartAsync(Quiet(20), configure: builder => builder.Services.AddSingleton<IBodySanitizer, OpenGate>().AddSingleton<IStartupFilter>(_answers));
        var attack = await Dashboard.Sandbox.DeliverAsync(Person.Alice, "Attack", body, copies: false, DateTimeOffset.UtcNow, Cancel);
        var visit = await InboxOfAsync(Person.Alice);
        await visit.Page.GotoAsync(attack.Path);
        var detail = new DetailScreen(visit.Page);
        await detail.WaitAsync();
        return (visit, detail);
    }

    private static Task WaitForAsync(Visit visit, string said) => visit.WaitForComplaintAsync(said);

    private static void AssertOnlyStopped(Visit visit, string expected)
    {
        Assert.Contains(visit.Complaints, complaint => complaint.Contains(expected, StringComparison.Ordinal));
        Assert.All(visit.Complaints, complaint => Assert.Contains(Stopped, stopped => complaint.Contains(stopped, StringComparison.Ordinal)));
    }

    private void AssertNeverAsked(string mark) => Assert.DoesNotContain(_answers.Asked, address => address.Contains(mark, StringComparison.Ordinal));
}
