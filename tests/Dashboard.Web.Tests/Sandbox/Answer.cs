using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Dashboard.Web.Tests.Sandbox;

/// <summary>What the sandbox answered.</summary>
internal sealed record Answer(HttpStatusCode Status, JsonElement Body, HttpResponseHeaders Headers)
{
    /// <summary>The ids of the answer's notifications, in its order.</summary>
    public IReadOnlyList<string> Ids => [.. Rows.Select(row => row.GetProperty("id").GetString()!)];

    public IReadOnlyList<string> Subjects => [.. Rows.Select(row => row.GetProperty("subject").GetString()!)];

    public IEnumerable<JsonElement> Rows => Body.GetProperty("notifications").EnumerateArray();

    public string Code => Body.GetProperty("code").GetString()!;
}
