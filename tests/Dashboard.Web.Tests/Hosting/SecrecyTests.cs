using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Dashboard.Testing;

namespace Dashboard.Web.Tests.Hosting;

/// <summary>Plants secrets, uses the portal, and looks for them wherever it writes.</summary>
public sealed class SecrecyTests : IDisposable
{
    private readonly List<string> _traces = [];
    private readonly List<string> _metrics = [];
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public SecrecyTests()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Add(_traces, $"{activity.DisplayName} {string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))} {string.Join(' ', activity.Baggage)}"),
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument, tags));
        _meters.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Note(instrument, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, tags));
        _meters.Start();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Planted_secrets_are_found_in_no_sink()
    {
        await using var dashboard = await RunningDashboard.StartAsync(RunningDashboard.Small, RunningDashboard.Loud, cancellationToken: Cancellation);
        using var alice = new Browser(dashboard.Address);
        var token = dashboard.Sandbox.Settings["Make:Environments:0:SampleTokens:0:Token"]!;
        (await alice.SignInAsync("alice@harbour.example", cancellationToken: Cancellation)).Dispose();

        using (var connected = await alice.PostAsync("/make/token", await FormAsync(alice, token), Cancellation))
            Assert.Equal("/", connected.Headers.Location?.OriginalString);
        using var sandbox = new HttpClient { BaseAddress = dashboard.Sandbox.Address };
        using var delivered = await sandbox.PostAsJsonAsync(
            "/sandbox/notifications", new { account = "alice@harbour.example", zone = 1, subject = "planted-words-of-a-subject", body = "<p>planted-words-of-a-body</p>" }, Cancellation);
        var planted = (await delivered.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("notifications")[0].GetProperty("id").GetString();
        using (var opened = await alice.GetAsync($"/api/v1/notifications/eu1.make.example/{planted}", Cancellation))
            Assert.Contains("planted-words-of-a-body", await opened.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using (var deleted = await alice.PostJsonAsync("/api/v1/actions/delete", new { keys = new[] { new { zone = "eu1.make.example", id = planted } } }, cancellationToken: Cancellation))
            Assert.Equal(HttpStatusCode.Accepted, deleted.StatusCode);
        using (var error = await alice.GetAsync($"/nothing?token={token}", Cancellation))
            Assert.DoesNotContain(token, await error.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using var export = await alice.GetAsync("/export/csv?q=planted-words-of-a-query", Cancellation);
        var ticket = export.Headers.Location!.OriginalString.Split('/')[^1];
        using (await alice.PostAsync("/make/token", await FormAsync(alice, "planted-no-token-at-all"), Cancellation))
        {
        }

        _meters.RecordObservableInstruments();
        var session = alice.Cookies.Single(cookie => cookie.Key.EndsWith("dashboard", StringComparison.Ordinal)).Value;
        string[] secrets = [ticket, token, token.Replace("-", "", StringComparison.Ordinal), session, "planted-no-token-at-all", "planted-words-of-a-query", "planted-words-of-a-body", "planted-words-of-a-subject"];
        Assert.NotEmpty(_traces);
        Assert.NotEmpty(_metrics);
        Assert.Empty(Found(secrets, dashboard.Log.Lines));
        Assert.Empty(Found(secrets, Copy(_metrics)));
        // The address of a request is what a trace is about; only its query is left out, and by the exporter (see the telemetry's own test).
        Assert.Empty(Found([token.Replace("-", "", StringComparison.Ordinal), session, "planted-no-token-at-all", "planted-words-of-a-body", "planted-words-of-a-subject"], Copy(_traces)));
        foreach (var file in Directory.EnumerateFiles(dashboard.DataDirectory, "*", SearchOption.TopDirectoryOnly).Concat(Directory.EnumerateFiles(Path.Combine(dashboard.DataDirectory, "keys"))))
        {
            var bytes = await ReadSharedAsync(file);
            foreach (var secret in secrets)
            {
                Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, $"{Path.GetFileName(file)} holds {secret[..6]}…");
                Assert.True(bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(secret)) < 0, $"{Path.GetFileName(file)} holds {secret[..6]}… as UTF-16");
            }
        }
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("0", 0)]
    public async Task Memory_dumps_are_warned_of_at_the_start(string value, int warnings)
    {
        await using var dashboard = await RunningDashboard.StartAsync(
            RunningDashboard.Small, new Dictionary<string, string?> { ["DOTNET_DbgEnableMiniDump"] = value }, cancellationToken: Cancellation);

        Assert.Equal(warnings, dashboard.Log.Lines.Count(line => line.Contains("would write this process's memory to a file", StringComparison.Ordinal)));
    }

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private static async Task<Dictionary<string, string>> FormAsync(Browser browser, string token) => new()
    {
        ["environment"] = ConnectedApp.Environment,
        ["token"] = token,
        ["__RequestVerificationToken"] = await browser.HeaderTokenAsync(Cancellation),
    };

    private static IEnumerable<string> Found(string[] secrets, IEnumerable<string> lines) =>
        lines.Where(line => secrets.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));

    private void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = new StringBuilder(instrument.Name);
        foreach (var tag in tags)
            text.Append(' ').Append(tag.Key).Append('=').Append(tag.Value);
        Add(_metrics, text.ToString());
    }

    private static void Add(List<string> lines, string line)
    {
        lock (lines)
            lines.Add(line);
    }

    private static string[] Copy(List<string> lines)
    {
        lock (lines)
            return [.. lines];
    }

    private static async Task<byte[]> ReadSharedAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, Cancellation);
        return bytes.ToArray();
    }
}
