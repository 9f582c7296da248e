using System.Text.Json;
using Dashboard.Web.Actions;
using Dashboard.Web.Identity;
using Microsoft.OpenApi;

namespace Dashboard.Web.Api;

/// <summary>What requests and answers look like, for whoever reads the document: made of the answers' own types, so that they can't drift away.</summary>
internal static class ApiExamples
{
    private const string Zone = "eu1.make.com";

    private static readonly Guid Connection = new("0b7e3f0a-5a52-4d55-9a0e-0f5d0c6d7a11");

    private static readonly DateTimeOffset Time = new(2026, 11, 2, 8, 15, 0, TimeSpan.Zero);

    private static readonly NotificationAnswer Notification =
        new("18446744073709551617", Zone, Connection, "Encountered error in Daily report scenario", 1, Time, null, false, $"/notifications/{Zone}/18446744073709551617");

    private static readonly ActionAnswer Action = new("12", "delete", "waiting", Time, Time.AddSeconds(10), null, null, 2, 0, 0, true, false, false, null, null);

    private static readonly ReceiptAnswer Receipt = new(
        Action with { State = "ended", StartedAt = Time.AddSeconds(10), EndedAt = Time.AddSeconds(11), Changed = 1, Kept = 1, CanUndo = false },
        [new(Connection, Zone, ["20", "19"], ["20"], [new("19", "Make did not delete it: its answer left it out, and it is still there.")], [], false, true, null)]);

    /// <summary>By operation: what is sent, and what is answered when it works.</summary>
    private static readonly Dictionary<string, (object? Request, object Answer)> All = new()
    {
        ["listZones"] = (null, new ZonesAnswer(4, [new(Zone, "EU1", Connection, "Harbour", 4, 1200, "inStep", false, Time, null, null)])),
        ["listNotifications"] = (null, new NotificationPageAnswer(1200, false, [Notification], $"/api/v1/notifications?q=is:unread&limit=1&after={Connection:N}-{Notification.Id}-{Zone}")),
        ["getNotification"] = (null, new NotificationDetailAnswer(
            Notification,
            "<p>The scenario <a href=\"https://eu1.make.com/1/scenarios/2\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">Daily report</a> was stopped.</p>",
            "The scenario Daily report was stopped.",
            "<p>The scenario <a href=\"https://eu1.make.com/1/scenarios/2\">Daily report</a> was stopped.</p>",
            null,
            [new("scenario", "https://eu1.make.com/1/scenarios/2", false)],
            ["429 Too Many Requests"])),
        ["markAllRead"] = (new MarkAllReadEndpoint.Wanted([new(Zone, null)]), Action with { Kind = "markAllRead" }),
        ["deleteNotifications"] = (new DeleteEndpoint.Body([new(Zone, "20", null), new(Zone, "19", null)]), Action),
        ["listActions"] = (null, new ActionsAnswer(1, [Action])),
        ["getReceipt"] = (null, Receipt),
        ["undoAction"] = (null, Receipt),
        ["pauseAction"] = (null, Receipt),
        ["resumeAction"] = (null, Receipt),
        ["stopAction"] = (null, Receipt),
        ["getToken"] = (null, new HeaderToken("CfDJ8…", FormToken.Header)),
    };

    public static void AddTo(OpenApiOperation operation)
    {
        if (operation.OperationId is not { } id || !All.TryGetValue(id, out var example))
            return;
        if (example.Request is { } request && operation.RequestBody?.Content is { } sent)
            Set(sent, request);
        foreach (var (status, answer) in operation.Responses ?? [])
        {
            if (status.StartsWith('2') && answer.Content is { } content)
                Set(content, example.Answer);
        }
    }

    private static void Set(IDictionary<string, OpenApiMediaType> content, object value)
    {
        foreach (var media in content.Values)
            media.Example = JsonSerializer.SerializeToNode(value, value.GetType(), JsonSerializerOptions.Web);
    }
}
