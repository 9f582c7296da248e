using System.Globalization;
using System.Text.Json;
using Dashboard.Sandbox.Data;
using Dashboard.Sandbox.Faults;
using Dashboard.Sandbox.Hosting;

namespace Dashboard.Sandbox.Api;

/// <summary>The four notification operations (make-api §6).</summary>
internal sealed class NotificationOperations(MakeData data, UndocumentedOptions undocumented)
{
    private const string All = "all";

    public Task<ApiAnswer> ListAsync(ApiCall call)
    {
        var unreadOnly = call.Query("unreadOnly") switch
        {
            null or "false" => false,
            "true" => true,
            _ => throw ApiRefusal.BadParameter("Invalid value of parameter 'unreadOnly'."),
        };
        var paging = Paging.Of(call, undocumented);
        var zoneId = ZoneOf(call);
        IReadOnlyList<Notification> rows = zoneId is { } zone ? data.Page(call.Account, zone, unreadOnly, paging.SortDir == Paging.Ascending, paging.Offset, paging.Limit) : [];
        var counts = data.Counts(call.Account);
        return Task.FromResult(ApiAnswer.Ok(
            new
            {
                notifications = rows,
                userUnreadNotifications = counts.Sum(count => count.Unread),
                userZoneNotifications = counts.Select(count => new { imtZoneId = count.ZoneId, unreadNotifications = count.Unread }),
                pg = paging,
            },
            rows.Count) with
        {
            Listed = rows.Count == 0 ? null : new(Text(Math.Max(rows[0].Id, rows[^1].Id)), Text(Math.Min(rows[0].Id, rows[^1].Id)), unreadOnly),
        });
    }

    public Task<ApiAnswer> DetailAsync(ApiCall call, string notificationId)
    {
        call.Ids = [notificationId];
        var found = ZoneOf(call) is { } zone && TryParseId(notificationId, out var id) ? data.Find(call.Account, zone, id, undocumented.DetailMarksRead) : null;
        return Task.FromResult(found is null ? UnknownId() : ApiAnswer.Ok(new { notification = found }, 1));
    }

    public async Task<ApiAnswer> MarkAsReadAsync(ApiCall call)
    {
        var ids = call.Query("ids");
        call.Ids = ids is null ? [] : [ids];
        if (ids is not (null or All))
            throw ApiRefusal.BadParameter("Invalid value of parameter 'ids': it can only be 'all'.");
        if (ids is null && undocumented.MarkWithoutAll == MarkWithoutAll.BadRequest)
            throw ApiRefusal.BadParameter("Missing value of parameter 'ids'. Refusing this is the sandbox's choice; what Make does is not published.");
        if (undocumented.MarkWithBody == MarkWithBody.BadRequest && await HasBodyAsync(call.Request))
            throw ApiRefusal.BadParameter("Unexpected body. Refusing this is the sandbox's choice; what Make does is not published.");
        return Changed(ZoneOf(call) is { } zone ? data.MarkAllRead(call.Account, zone) : []);
    }

    public Task<ApiAnswer> DeleteAsync(ApiCall call) => Task.FromResult(Delete(call));

    /// <summary>Reads <c>{"ids":["1"]}</c>; anything else is refused, an empty array too.</summary>
    public static async Task<IReadOnlyList<string>> IdsOfAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType())
            throw ApiRefusal.BadParameter("Missing value of required parameter 'ids'.");
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            if (body.RootElement.ValueKind != JsonValueKind.Object || !body.RootElement.TryGetProperty("ids", out var ids) || ids.ValueKind != JsonValueKind.Array || ids.GetArrayLength() == 0)
                throw ApiRefusal.BadParameter("Missing value of required parameter 'ids'.");
            return [.. ids.EnumerateArray().Select(id => id.ValueKind == JsonValueKind.String ? id.GetString()! : throw ApiRefusal.BadParameter("Invalid value of parameter 'ids': strings are expected."))];
        }
        catch (JsonException)
        {
            throw ApiRefusal.BadParameter("The body is not valid JSON.");
        }
    }

    private ApiAnswer Delete(ApiCall call)
    {
        var ids = call.Ids.Select(text => TryParseId(text, out var id) ? id : (ulong?)null).ToList();
        if (ZoneOf(call) is not { } zone)
            return Changed([]);
        if (undocumented.DeleteOfUnknownId == DeleteOfUnknownId.NotFound && ids.Exists(id => id is null || !data.Contains(call.Account, zone, id.Value)))
            return UnknownId();
        var spared = call.Faults.Where(fault => fault.Kind == FaultKind.PartialDelete).SelectMany(fault => fault.Spares(call.Ids)).ToHashSet(StringComparer.Ordinal);
        return Changed(data.Delete(call.Account, zone, [.. ids.OfType<ulong>().Where(id => !spared.Contains(Text(id)))]));
    }

    /// <summary>The zone asked for; null where the account has none and the sandbox is set to answer as if it were empty.</summary>
    private int? ZoneOf(ApiCall call)
    {
        var zoneId = call.Number("imtZoneId", 0);
        if (zoneId is null && undocumented.MissingZone == MissingZone.BadRequest)
            throw ApiRefusal.BadParameter("Missing value of parameter 'imtZoneId'. Refusing this is the sandbox's choice; what Make does is not published.");
        zoneId ??= call.Account.Organizations[0].Zone.Id;
        if (call.Account.OrganizationIn(zoneId.Value) is not null)
            return zoneId;
        return undocumented.ZoneWithoutOrganization == ZoneWithoutOrganization.Empty
            ? null
            : throw new ApiRefusal(ApiAnswer.Error(StatusCodes.Status400BadRequest, "User has no organization in the zone", "Bad Request"));
    }

    private ApiAnswer UnknownId() => ApiAnswer.Error(undocumented.UnknownIdStatus, "Notification not found.", "Not Found");

    private static ApiAnswer Changed(IReadOnlyList<ulong> ids)
    {
        string[] changed = [.. ids.Select(Text)];
        return ApiAnswer.Ok(new { notifications = changed.Select(id => new { id }) }, changed.Length) with { Changed = changed };
    }

    private static async Task<bool> HasBodyAsync(HttpRequest request) =>
        await request.Body.ReadAsync(new byte[1], request.HttpContext.RequestAborted) > 0;

    /// <summary>Ids are compared as text: "01" is not "1".</summary>
    private static bool TryParseId(string text, out ulong id) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id) && Text(id) == text;

    private static string Text(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}
