using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dashboard.Client;
using Dashboard.Sandbox.Data;

namespace Dashboard.Testing.Crash;

/// <summary>A script that a person runs against the app's HTTP face.</summary>
public sealed class ActionScript(Browser browser, Account account)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);

    private readonly Dictionary<string, int> _zones = account.Organizations.ToDictionary(organization => organization.Zone.Domain, organization => organization.Zone.Id);

    public Browser Browser => browser;

    /// <summary>Asks for a deletion.</summary>
    /// <returns>The answer; <see langword="null"/> where the process was gone before it came.</returns>
    public async Task<HttpResponseMessage?> DeleteAsync(IEnumerable<ZonedId> rows, CancellationToken cancellationToken)
    {
        var domains = _zones.ToDictionary(zone => zone.Value, zone => zone.Key);
        try
        {
            return await browser.PostJsonAsync("/api/v1/actions/delete", new { keys = rows.Select(row => new { zone = domains[row.Zone], id = row.Id.ToString() }) }, cancellationToken: cancellationToken);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>The person's latest action; <see langword="null"/> where there is none.</summary>
    public async Task<JsonElement?> LatestAsync(CancellationToken cancellationToken)
    {
        var actions = (await GetAsync("/api/v1/actions?take=1", cancellationToken)).GetProperty("actions");
        return actions.GetArrayLength() == 0 ? null : actions[0];
    }

    /// <summary>Waits until the latest action is over, if there is one.</summary>
    /// <returns>What became of it.</returns>
    public async Task<DeletionReceipt> OverAsync(CancellationToken cancellationToken)
    {
        while (await LatestAsync(cancellationToken) is { } action)
        {
            if (action.GetProperty("state").GetString() is "ended" or "undone")
                return await ReceiptAsync(action.GetProperty("id").GetString()!, cancellationToken);
            await Task.Delay(Pace, cancellationToken);
        }

        return DeletionReceipt.None;
    }

    public async Task<DeletionReceipt> ReceiptAsync(string id, CancellationToken cancellationToken)
    {
        var receipt = await GetAsync($"/api/v1/actions/{id}", cancellationToken);
        var (changed, kept) = (new HashSet<ZonedId>(), new HashSet<ZonedId>());
        foreach (var zone in receipt.GetProperty("zones").EnumerateArray())
        {
            var number = _zones[zone.GetProperty("domain").GetString()!];
            changed.UnionWith(zone.GetProperty("changed").EnumerateArray().Select(one => new ZonedId(number, NotificationId.Parse(one.GetString()!))));
            kept.UnionWith(zone.GetProperty("kept").EnumerateArray().Select(one => new ZonedId(number, NotificationId.Parse(one.GetProperty("id").GetString()!))));
        }

        return new DeletionReceipt(receipt.GetProperty("action").GetProperty("state").GetString() == "undone", changed, kept);
    }

    public async Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await browser.GetAsync(path, cancellationToken);
        return answer.StatusCode == HttpStatusCode.OK
            ? await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)
            : throw new InvalidOperationException($"{path} answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
    }
}
