using System.Net;
using System.Text.Json;
using Dashboard.Sandbox.Hosting;
using Dashboard.Testing;

namespace Dashboard.Web.Tests.Api;

/// <summary>A person's script against the portal: two zones of 150 notifications, nothing arrives by itself.</summary>
public abstract class ApiTest
{
    protected const string Zone = "eu1.make.example";

    protected static SandboxOptions TwoZones { get; } = RunningDashboard.Small with { Notifications = 150, Zones = 2 };

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected static async Task<(ConnectedApp App, Browser Script)> StartAsync(string person = "Alice", IReadOnlyDictionary<string, string?>? settings = null)
    {
        var app = await ConnectedApp.StartAsync(TwoZones, settings);
        await app.ConnectAsync(person);
        return (app, await SignInAsync(app, person));
    }

    private protected static async Task<Browser> SignInAsync(ConnectedApp app, string person)
    {
        var script = new Browser(app.Dashboard.Address);
        var email = app.Sandbox.Accounts.Single(account => account.Name.StartsWith(person, StringComparison.Ordinal)).Email;
        (await script.SignInAsync(email, cancellationToken: Cancellation)).Dispose();
        return script;
    }

    protected static async Task<JsonElement> GetAsync(Browser script, string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await script.GetAsync(path, Cancellation);
        return await ReadAsync(answer, expected);
    }

    protected static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.StatusCode == expected, $"{answer.RequestMessage!.RequestUri} answered {(int)answer.StatusCode}: {text}");
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        return JsonElement.Parse(text);
    }

    /// <summary>A refusal in words, with the number that the log knows it by.</summary>
    protected static async Task AssertRefusedAsync(Browser script, string path, HttpStatusCode expected, string words)
    {
        var problem = await GetAsync(script, path, expected);
        Assert.Contains(words, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{32}$", problem.GetProperty("traceId").GetString()!);
    }
}
