using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
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
        using (await alice.GetAsync($"/nothing?token={token}", Cancellation))
        using (await alice.GetAsync("/export/csv?q=planted-words-of-a-query", Cancellation))
        using (await alice.PostAsync("/make/token", await FormAsync(alice, "planted-no-token-at-all"), Cancellation))
        {
        }

        _meters.RecordObservableInstruments();
        var session = alice.Cookies.Single(cookie => cookie.Key.EndsWith("dashboard", StringComparison.Ordinal)).Value;
        string[] secrets = [token, token.Replace("-", "", StringComparison.Ordinal), session, "planted-no-token-at-all", "planted-words-of-a-query"];
        Assert.NotEmpty(_traces);
        Assert.NotEmpty(_metrics);
        Assert.Empty(Found(secrets, dashboard.Log.Lines));
        Assert.Empty(Found(secrets, Copy(_metrics)));
        // The address of a request is what a trace is about; only its query is left out, and by the exporter (see the telemetry's own test).
        Assert.Empty(Found([token.Replace("-", "", StringComparison.Ordinal), session, "planted-no-token-at-all"], Copy(_traces)));
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
