using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Dashboard.E2E.Browser;
using Dashboard.E2E.Screens;

namespace Dashboard.E2E;

/// <summary>The one command a newcomer types.</summary>
public sealed partial class StartCommandTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task Dotnet_run_says_where_it_is_and_is_two_clicks_from_a_filled_inbox()
    {
        var (appPort, sandboxPort) = (FreePort(), FreePort());
        var data = Directory.CreateTempSubdirectory("dashboard-run-");
        using var run = Start(appPort, sandboxPort, data.FullName);
        try
        {
            var (sandbox, app) = await AddressesAsync(run);
            Assert.Equal((sandboxPort, appPort), (sandbox.Port, app.Port));

            var visit = await VisitAsync(app, sandbox);
            await visit.Page.GotoAsync(app.ToString());
            await new SignInScreen(visit.Page).ChooseAsync(Person.Alice);
            await new ConnectScreen(visit.Page).ConnectAsync(Person.Alice);
            await new InboxScreen(visit.Page).WaitForCountAsync(1_000);
            visit.AssertQuiet();
        }
        finally
        {
            run.Kill(entireProcessTree: true);
            await run.WaitForExitAsync(CancellationToken.None);
            data.Delete(recursive: true);
        }
    }

    private static Process Start(int appPort, int sandboxPort, string data)
    {
        var start = new ProcessStartInfo("dotnet", ["run", "--project", Path.Combine(Repository.Root, "src", "Dashboard.Web"), "--no-build", "--", "--urls", $"http://localhost:{appPort}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // The working directory must not matter.
            WorkingDirectory = data,
        };
        start.Environment["Sandbox__Port"] = $"{sandboxPort}";
        start.Environment["Sandbox__Notifications"] = "1000";
        start.Environment["Sandbox__ArrivalsPerMinute"] = "0";
        start.Environment["Sandbox__DataDirectory"] = Path.Combine(data, "sandbox");
        start.Environment["Dashboard__DataDirectory"] = data;
        return Process.Start(start)!;
    }

    private static async Task<(Uri Sandbox, Uri App)> AddressesAsync(Process run)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        var errors = run.StandardError.ReadToEndAsync(CancellationToken.None);
        var lines = new List<string>();
        Uri? sandbox = null;
        while (await run.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            lines.Add(line);
            if (SandboxLine().Match(line) is { Success: true } stands)
                sandbox = new Uri(stands.Groups[1].Value);
            if (sandbox is not null && AppLine().Match(line) is { Success: true } serves)
                return (sandbox, new Uri(serves.Groups[1].Value));
        }

        throw new InvalidOperationException($"It ended without saying where it is:\n{string.Join('\n', lines)}\n{await errors}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"The sandbox stands in .* on (http://\S+?),")]
    private static partial Regex SandboxLine();

    [GeneratedRegex(@"The dashboard is at (http://[^\s,]+?)\.?[\s,]")]
    private static partial Regex AppLine();
}
