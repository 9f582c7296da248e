using System.Globalization;
using System.Net;
using System.Text.Json;
using Dashboard.Client;
using Dashboard.Web.Tests.Sandbox;

namespace Dashboard.Web.Tests.Inbox;

/// <summary>
/// Changes one person's inbox at Make around every page that the app asks for: something arrives, is read or is deleted elsewhere. Each
/// zone has its own dice, so that a seed gives the same changes at the same pages however zones take turns.
/// </summary>
internal sealed class BusyMake(int seed) : DelegatingHandler
{
    /// <summary>About how many rows a zone has.</summary>
    private const int Deepest = 150;

    private readonly Dictionary<string, Random> _dice = new() { ["1"] = new(seed), ["2"] = new(seed + 1_000_000) };
    private (Person Person, string Email) _elsewhere;

    /// <summary>While set, every page is asked for and answered in a changing inbox.</summary>
    public bool IsBusy { get; set; }

    /// <summary>What the person does in the portal meanwhile, in a zone.</summary>
    public Func<string, Random, Task> InPortal { get; set; } = (_, _) => Task.CompletedTask;

    public void Begin(Person person, string email) => _elsewhere = (person, email);

    /// <summary>One change in a zone, of a random kind.</summary>
    public async Task ChangeAsync(string zone)
    {
        var random = _dice[zone];
        switch (random.Next(7))
        {
            case 0 or 1:
                for (var left = random.Next(1, 12); left > 0; left--)
                    await SendAsync(HttpMethod.Post, "/sandbox/notifications", new { account = _elsewhere.Email, zone = int.Parse(zone, CultureInfo.InvariantCulture), subject = $"Subject {random.Next(9)}" });
                break;
            case 2 or 3:
                await DeleteAsync(zone, random);
                break;
            case 4:
                await SendAsync(HttpMethod.Post, $"/api/v2/notifications/mark-as-read?imtZoneId={zone}&ids=all");
                break;
            case 5:
                await InPortal(zone, random);
                break;
        }
    }

    /// <summary>Everything Make lists in a zone, newest first.</summary>
    public async Task<IReadOnlyList<(NotificationId Id, string Subject, DateTimeOffset? Read)>> ListAsync(string zone)
    {
        var all = new List<(NotificationId, string, DateTimeOffset?)>();
        while (true)
        {
            var page = await PageAsync(zone, all.Count);
            if (page.Length == 0)
                return all;
            all.AddRange(page.Select(row => (
                NotificationId.Parse(row.GetProperty("id").GetString()!),
                row.GetProperty("subject").GetString()!,
                row.GetProperty("read").GetString() is null ? (DateTimeOffset?)null : row.GetProperty("read").GetDateTimeOffset())));
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var zone = IsBusy && request.Method == HttpMethod.Get && request.RequestUri!.AbsolutePath.EndsWith("/notifications", StringComparison.Ordinal)
            ? System.Web.HttpUtility.ParseQueryString(request.RequestUri.Query)["imtZoneId"]
            : null;
        if (zone is not null)
            await ChangeAsync(zone);
        var answer = await base.SendAsync(request, cancellationToken);
        // An answer that is out of date before it arrives.
        if (zone is not null)
            await ChangeAsync(zone);
        return answer;
    }

    /// <summary>A run of neighbours, so that pages shift by much: the newest, or from anywhere in the list.</summary>
    private async Task DeleteAsync(string zone, Random random)
    {
        string[] ids = [.. (await PageAsync(zone, random.Next(3) == 0 ? 0 : random.Next(Deepest))).Take(random.Next(1, 25)).Select(row => row.GetProperty("id").GetString()!)];
        if (ids.Length > 0)
            await SendAsync(HttpMethod.Delete, $"/api/v2/notifications?imtZoneId={zone}", new { ids });
    }

    private async Task<JsonElement[]> PageAsync(string zone, int offset) =>
        [.. (await SendAsync(HttpMethod.Get, $"/api/v2/notifications?imtZoneId={zone}&pg[offset]={offset}")).Rows];

    private async Task<Answer> SendAsync(HttpMethod method, string path, object? body = null)
    {
        var answer = await _elsewhere.Person.SendAsync(method, path, body);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer;
    }
}
