using System.Globalization;
using Dashboard.Sandbox.Data;
using Dashboard.Sandbox.Hosting;

namespace Dashboard.Sandbox.Api;

/// <summary>Who asks, in which organizations and zones, and how much is unread (make-api §1, §2, §6.6, §7).</summary>
internal sealed class DirectoryOperations(MakeData data, RateLimit rate, UndocumentedOptions undocumented)
{
    public ApiAnswer Zones() => undocumented.ZoneList switch
    {
        ZoneList.NotFound => UnknownPath(),
        ZoneList.Empty => ApiAnswer.Ok(new { imtZones = Array.Empty<object>() }),
        _ => ApiAnswer.Ok(new { imtZones = data.Zones.Select(zone => new { id = zone.Id, domain = zone.Domain, name = zone.Name }) }),
    };

    public ApiAnswer Unread(ApiCall call)
    {
        var counts = data.Counts(call.Account);
        return ApiAnswer.Ok(new
        {
            userUnreadNotifications = counts.Sum(count => count.Unread),
            userZoneUnreadNotifications = counts.Select(count => new { zoneId = count.ZoneId, unreadNotifications = count.Unread }),
        });
    }

    public static ApiAnswer Me(ApiCall call) => ApiAnswer.Ok(new
    {
        authUser = Columns(call, new()
        {
            ["id"] = call.Account.UserId,
            ["name"] = call.Account.Name,
            ["email"] = call.Account.Email,
            ["language"] = "en",
            ["timezoneId"] = 113,
            ["localeId"] = 44,
            ["countryId"] = 82,
            ["timezone"] = "Europe/Prague",
            ["locale"] = "en",
            ["avatar"] = "",
        }),
    });

    public static ApiAnswer Authorization(ApiCall call) => ApiAnswer.Ok(new { authorization = new { authUsed = call.Caller.AuthUsed, scope = call.Caller.Scopes.Order(StringComparer.Ordinal) } });

    public ApiAnswer Organizations(ApiCall call)
    {
        var zone = call.Query("zone");
        return ApiAnswer.Ok(new
        {
            organizations = call.Account.Organizations.Where(organization => zone is null || organization.Zone.Domain == zone).Select(organization => Columns(call, Describe(organization))),
            pg = Paging.Default,
        });
    }

    public ApiAnswer Organization(ApiCall call, string organizationId) =>
        call.Account.Organizations.FirstOrDefault(organization => organization.Id.ToString(CultureInfo.InvariantCulture) == organizationId) is { } found
            ? ApiAnswer.Ok(new { organization = Columns(call, Describe(found)) })
            : ApiAnswer.Error(StatusCodes.Status403Forbidden, "Access denied.", "Permission denied");

    public static ApiAnswer UnknownPath() => ApiAnswer.Error(StatusCodes.Status404NotFound, "The requested address does not exist.", "Not Found");

    private Dictionary<string, object> Describe(Organization organization) => new()
    {
        ["id"] = organization.Id,
        ["name"] = organization.Name,
        ["timezoneId"] = 113,
        ["zone"] = organization.Zone.Domain,
        ["isPaused"] = false,
        ["license"] = new { apiLimit = rate.RequestsPerMinute },
        ["teams"] = organization.Teams.Select((team, place) => new { id = organization.Id * 10 + place, name = team }),
    };

    /// <summary>Those of the fields that <c>cols[]</c> names, or all.</summary>
    private static Dictionary<string, object> Columns(ApiCall call, Dictionary<string, object> fields)
    {
        var columns = call.Request.Query["cols[]"];
        return columns.Count == 0 ? fields : fields.Where(field => columns.Contains(field.Key)).ToDictionary();
    }
}
