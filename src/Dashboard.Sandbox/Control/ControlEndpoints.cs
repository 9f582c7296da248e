using System.Globalization;
using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Data;
using Dashboard.Sandbox.Faults;
using Dashboard.Sandbox.OAuth;

namespace Dashboard.Sandbox.Control;

/// <summary>What a test or a person steers the sandbox with. Only JSON is read, so that no page of another site can post here.</summary>
internal static class ControlEndpoints
{
    public static void MapControl(this IEndpointRouteBuilder routes, TimeProvider time)
    {
        var control = routes.MapGroup("/sandbox");
        control.MapGet("/accounts", (MakeData data) => new { accounts = data.Accounts.Select(account => Describe(account, data)) });
        control.MapPost("/notifications", (NewNotification wanted, MakeData data) => Add(wanted, data, time));
        control.MapGet("/log", (RequestLog log) => new { calls = log.Calls });
        control.MapDelete("/log", (RequestLog log) => log.Clear());
        control.MapGet("/faults", (FaultBook book) => new { faults = book.Pending });
        control.MapPost("/faults", (Fault fault, FaultBook book) => Add(fault, book));
        control.MapPost("/revocations", (Revocation wanted, ApiGate gate, OAuthGrants grants) => Revoke(wanted, gate, grants));
        control.MapDelete("/faults", (FaultBook book) => book.Clear());
    }

    private static IResult Revoke(Revocation wanted, ApiGate gate, OAuthGrants grants) =>
        (wanted.Token is { } token && gate.Revoke(token)) || (wanted.Account is { } account && grants.RevokeAllOf(account))
            ? Results.NoContent()
            : Results.Problem("No such token is accepted, and no such account has allowed anything.", statusCode: StatusCodes.Status404NotFound);

    private static object Describe(Account account, MakeData data) => new
    {
        email = account.Email,
        name = account.Name,
        zones = data.Counts(account).Select(count => new { zone = count.ZoneId, notifications = count.Notifications, unread = count.Unread }),
    };

    private static IResult Add(NewNotification wanted, MakeData data, TimeProvider time)
    {
        var account = data.Accounts.FirstOrDefault(known => known.Email == wanted.Account);
        if (account?.OrganizationIn(wanted.Zone) is not { } organization)
            return Results.Problem($"There is no account '{wanted.Account}' in the zone {wanted.Zone}.", statusCode: StatusCodes.Status400BadRequest);

        var ids = data.Add(organization, wanted.Copies ? data.HoldersOf(organization) : [account], new WrittenText(wanted.Subject, wanted.Type, wanted.Body), wanted.Created ?? time.GetUtcNow());
        return Results.Ok(new { notifications = ids.Select(copy => new { account = copy.Key.Email, id = copy.Value.ToString(CultureInfo.InvariantCulture) }) });
    }

    private static IResult Add(Fault fault, FaultBook book)
    {
        if (fault.Problems().ToArray() is { Length: > 0 } problems)
            return Results.Problem(string.Join(' ', problems), statusCode: StatusCodes.Status400BadRequest);
        book.Add(fault);
        return Results.NoContent();
    }
}
