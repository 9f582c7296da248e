using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Dashboard.E2E.Screens;
using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Data;
using Dashboard.Sandbox.Hosting;

namespace Dashboard.E2E.Make;

/// <summary>What a test does to a sandbox, and asks it about what it was asked.</summary>
internal static class SandboxControl
{
    /// <summary>Puts a notification into a person's inbox, and where asked a copy into their colleagues'.</summary>
    /// <returns>It, as that person has it, in the first zone.</returns>
    public static async Task<MakeNotification> DeliverAsync(
        this SandboxServer sandbox, Person person, string subject, string body, bool copies, DateTimeOffset created, CancellationToken cancellationToken)
    {
        var zone = Zone.All[0];
        using var http = new HttpClient { BaseAddress = sandbox.Address };
        using var answer = await http.PostAsJsonAsync("/sandbox/notifications", new { account = person.Email, zone = zone.Id, subject, body, created, copies }, cancellationToken);
        answer.EnsureSuccessStatusCode();
        using var told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellationToken));
        var own = told.RootElement.GetProperty("notifications").EnumerateArray().Single(copy => copy.GetProperty("account").GetString() == person.Email);
        return new MakeNotification(zone, UInt128.Parse(own.GetProperty("id").GetString()!, CultureInfo.InvariantCulture), subject, created, Unread: true);
    }

    /// <summary>The requests of one kind a person's token was used for.</summary>
    public static IReadOnlyList<LoggedCall> CallsOf(this SandboxServer sandbox, Person person, ApiOperation operation) =>
        [.. sandbox.Log.Where(call => call.Account == person.Email && call.Operation == operation)];
}
