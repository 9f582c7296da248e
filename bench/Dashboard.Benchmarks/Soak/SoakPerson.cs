using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dashboard.Benchmarks.Circuits;
using Dashboard.Client;
using Dashboard.Sandbox.Data;
using Dashboard.Testing;
using Dashboard.Testing.Crash;

namespace Dashboard.Benchmarks.Soak;

/// <summary>A person who reads messages, deletes some rows, and takes back some of the deletions.</summary>
internal sealed class SoakPerson(Account account, Browser browser, int seed)
{
    private const int RowsOfOne = 5;

    private readonly Random _random = new(seed);
    private readonly ActionScript _script = new(browser, account);
    private readonly List<(string Id, ZonedId[] Rows)> _accepted = [];

    public Browser Browser => browser;

    /// <summary>What the person asked for and the portal took.</summary>
    public IEnumerable<ZonedId> Accepted => _accepted.SelectMany(action => action.Rows);

    /// <summary>Deletions that were accepted.</summary>
    public int Deletions => _accepted.Count;

    public static async Task<SoakPerson> WelcomeAsync(SoakSite site, int number)
    {
        var account = site.Sandbox.Accounts.Single(known => known.Email == Person.All[number].Email);
        var browser = new Browser(site.Address);
        (await browser.SignInAsync(account.Email)).Dispose();
        using var connected = await browser.PostAsync("/make/token", new Dictionary<string, string>
        {
            ["environment"] = "Sandbox (not Make)",
            ["token"] = account.Tokens[0].Value.ToString(),
            ["__RequestVerificationToken"] = await browser.HeaderTokenAsync(CancellationToken.None),
        });
        return connected.Headers.Location?.OriginalString == "/"
            ? new SoakPerson(account, browser, number)
            : throw new InvalidOperationException($"{account.Email} could not connect: {connected.StatusCode} {connected.Headers.Location}");
    }

    /// <summary>Goes on until it is time to stop.</summary>
    public async Task WorkAsync(CancellationToken cancellationToken)
    {
        var list = await _script.GetAsync("/api/v1/notifications?limit=1000", CancellationToken.None);
        var rows = new Queue<JsonElement>(list.GetProperty("notifications").EnumerateArray());
        while (!cancellationToken.IsCancellationRequested && rows.Count > RowsOfOne)
        {
            var some = Enumerable.Range(0, RowsOfOne).Select(_ => rows.Dequeue()).ToArray();
            // Make may fail at it: that is what is tried.
            (await browser.GetAsync($"/api/v1{some[0].GetProperty("link").GetString()}", CancellationToken.None)).Dispose();
            await DeleteAsync(some);
            await Task.WhenAny(Task.Delay(TimeSpan.FromSeconds(5 + (10 * _random.NextDouble())), cancellationToken));
        }
    }

    /// <summary>Waits until all is over.</summary>
    /// <returns>What the portal says became of all of it.</returns>
    public async Task<DeletionReceipt> ReceiptAsync()
    {
        var (changed, kept) = (new HashSet<ZonedId>(), new HashSet<ZonedId>());
        foreach (var (id, _) in _accepted)
        {
            while ((await _script.GetAsync($"/api/v1/actions/{id}", CancellationToken.None)).GetProperty("action").GetProperty("state").GetString() is not ("ended" or "undone"))
                await Task.Delay(TimeSpan.FromMilliseconds(200));
            var receipt = await _script.ReceiptAsync(id, CancellationToken.None);
            changed.UnionWith(receipt.Changed);
            kept.UnionWith(receipt.Kept);
        }

        return new DeletionReceipt(false, changed, kept);
    }

    private async Task DeleteAsync(JsonElement[] rows)
    {
        var zones = account.Organizations.ToDictionary(organization => organization.Zone.Domain, organization => organization.Zone.Id);
        var ids = rows.Select(row => new ZonedId(zones[row.GetProperty("zone").GetString()!], NotificationId.Parse(row.GetProperty("id").GetString()!))).ToArray();
        using var answer = await _script.DeleteAsync(ids, CancellationToken.None);
        if (answer?.StatusCode != HttpStatusCode.Accepted)
            return;
        var action = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        if (_random.Next(5) == 0)
        {
            using var undone = await browser.PostJsonAsync($"/api/v1/actions/{action}/undo");
            if (undone.StatusCode == HttpStatusCode.OK)
                return;
        }

        _accepted.Add((action, ids));
    }
}
