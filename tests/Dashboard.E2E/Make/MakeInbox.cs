using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Dashboard.E2E.Screens;
using Dashboard.Sandbox.Data;
using Dashboard.Sandbox.Hosting;

namespace Dashboard.E2E.Make;

/// <summary>What one person has at the sandbox, asked of its API: the truth the portal is held against.</summary>
public sealed class MakeInbox
{
    private const int PageSize = 10_000;

    private MakeInbox(IReadOnlyList<MakeNotification> notifications) => Notifications = notifications;

    public IReadOnlyList<MakeNotification> Notifications { get; }

    /// <summary>As the inbox shows them at first: newest first, then the larger id.</summary>
    public IReadOnlyList<MakeNotification> NewestFirst =>
        [.. Notifications.OrderByDescending(one => one.Created).ThenByDescending(one => one.Id)];

    /// <summary>By subject without regard to case, each with the larger id first.</summary>
    public IReadOnlyList<MakeNotification> BySubject =>
        [.. Notifications.OrderBy(one => one.Subject, StringComparer.OrdinalIgnoreCase).ThenBy(one => one.Subject, StringComparer.Ordinal).ThenByDescending(one => one.Id)];

    public static async Task<MakeInbox> ReadAsync(SandboxServer sandbox, Person person, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = sandbox.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Token", sandbox.SampleTokens.First(sample => sample.Label == person.Sample).Token);
        var notifications = new List<MakeNotification>();
        foreach (var organization in sandbox.Accounts.Single(account => account.Email == person.Email).Organizations)
        {
            for (var read = PageSize; read == PageSize;)
            {
                var offset = notifications.Count(one => one.Zone == organization.Zone);
                var page = await PageAsync(http, organization.Zone, offset, cancellationToken);
                notifications.AddRange(page);
                read = page.Count;
            }
        }

        return new MakeInbox(notifications);
    }

    private static async Task<IReadOnlyList<MakeNotification>> PageAsync(HttpClient http, Zone zone, int offset, CancellationToken cancellationToken)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"/api/v2/notifications?imtZoneId={zone.Id}&pg[limit]={PageSize}&pg[offset]={offset}");
        using var answer = JsonDocument.Parse(await http.GetStringAsync(address, cancellationToken));
        return [.. answer.RootElement.GetProperty("notifications").EnumerateArray().Select(one => new MakeNotification(
            zone,
            UInt128.Parse(one.GetProperty("id").GetRawText().Trim('"'), CultureInfo.InvariantCulture),
            one.GetProperty("subject").GetString()!,
            one.GetProperty("created").GetDateTimeOffset(),
            one.GetProperty("read").ValueKind == JsonValueKind.Null))];
    }
}
