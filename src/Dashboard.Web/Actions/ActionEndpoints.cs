using System.Globalization;
using Dashboard.Web.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dashboard.Web.Actions;

/// <summary>Actions over HTTP, for scripts of a signed-in person: the same outbox, the same undo window, the same receipts as a page's.</summary>
internal static class ActionEndpoints
{
    private const string Path = "/api/v1/actions";

    public static string PathOf(NotificationAction action) => string.Create(CultureInfo.InvariantCulture, $"{Path}/{action.Id}");

    public static void MapActions(this IEndpointRouteBuilder api)
    {
        var actions = api.MapGroup("/actions").AddEndpointFilter(AnswerAsync).WithTags("Actions");
        actions.MapGet("", ListAsync).ProducesRefusals(400, 503).WithName("listActions").WithSummary("What was done, latest first");
        actions.MapGet("/{id}", (HttpContext context, ActivityLog log, string id, CancellationToken cancellationToken) =>
            WithAsync(context, log, id, action => ReceiptAsync(context, log, action, cancellationToken), cancellationToken))
            .WithName("getReceipt").WithSummary("What was asked, what was changed, what was kept and why")
            .Produces<ReceiptAnswer>().ProducesRefusals(404, 503);
        actions.MapPost("/delete", DeleteEndpoint.AcceptAsync).WithMetadata(DeleteEndpoint.Size).RequireHeaderToken()
            .WithName("deleteNotifications").WithSummary("Delete notifications, once the undo window is over")
            .Accepts<DeleteEndpoint.Body>("application/json").Produces<ActionAnswer>(StatusCodes.Status202Accepted).ProducesRefusals(400, 409, 413, 415, 503);
        MapChange("undo", (outbox, owner, id, cancellationToken) => outbox.UndoAsync(owner, id, cancellationToken), "It has begun or is over, so it can't be taken back. Its receipt says how far it is; what has not gone out can be stopped.");
        MapChange("pause", (outbox, owner, id, cancellationToken) => outbox.PauseAsync(owner, id, cancellationToken), Over);
        MapChange("resume", (outbox, owner, id, cancellationToken) => outbox.ResumeAsync(owner, id, cancellationToken), Over);
        MapChange("stop", (outbox, owner, id, cancellationToken) => outbox.StopAsync(owner, id, cancellationToken), Over);

        void MapChange(string name, Func<Outbox, string, long, CancellationToken, Task<bool>> change, string tooLate) =>
            actions.MapPost($"/{{id}}/{name}", (HttpContext context, ActivityLog log, Outbox outbox, string id, CancellationToken cancellationToken) =>
                WithAsync(
                    context,
                    log,
                    id,
                    async action => await change(outbox, action.Owner, action.Id, cancellationToken)
                        ? await ReceiptAsync(context, log, action, cancellationToken)
                        : Refused(StatusCodes.Status409Conflict, "Too late", tooLate),
                    cancellationToken)).RequireHeaderToken()
                .WithName($"{name}Action").WithSummary(ChangeSummary[name])
                .Produces<ReceiptAnswer>().ProducesRefusals(400, 404, 409, 503);
    }

    private static readonly Dictionary<string, string> ChangeSummary = new()
    {
        ["undo"] = "Take an action back before it begins",
        ["pause"] = "Hold up what has not gone out",
        ["resume"] = "Go on with what was held up",
        ["stop"] = "Give up what has not gone out",
    };

    private const string Over = "It is over. Its receipt says what became of each notification.";

    /// <summary>An answer that names no reason helps nobody.</summary>
    public static ProblemHttpResult Refused(int status, string title, string words) => TypedResults.Problem(words, statusCode: status, title: title);

    /// <summary>Tells the API's description which refusals there may be, by their statuses.</summary>
    public static RouteHandlerBuilder ProducesRefusals(this RouteHandlerBuilder endpoint, params int[] statuses) =>
        statuses.Aggregate(endpoint, (described, status) => described.ProducesProblem(status));

    private static async Task<Results<Ok<ActionsAnswer>, ProblemHttpResult>> ListAsync(
        HttpContext context, ActivityLog log, string? kind, string? from, string? until, string? skip, string? take, CancellationToken cancellationToken)
    {
        if (ActivityPage.Parse(kind, from, until, skip, take, out var problem) is not { } page)
            return Refused(StatusCodes.Status400BadRequest, "This list is not understood", problem!);
        var owner = UserKey.Required(context.User).ToString();
        return TypedResults.Ok(new ActionsAnswer(
            await log.CountAsync(owner, page.Filter, cancellationToken),
            [.. (await log.ListAsync(owner, page.Filter, page.Skip, page.Take, cancellationToken)).Select(ActionAnswer.Of)]));
    }

    private static async Task<IResult> WithAsync(
        HttpContext context, ActivityLog log, string id, Func<NotificationAction, Task<IResult>> answer, CancellationToken cancellationToken) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && await log.FindAsync(UserKey.Required(context.User).ToString(), number, cancellationToken) is { } action
            ? await answer(action)
            : Refused(StatusCodes.Status404NotFound, "No such action", $"You have no action {id}. GET {Path} lists yours.");

    private static async Task<IResult> ReceiptAsync(HttpContext context, ActivityLog log, NotificationAction action, CancellationToken cancellationToken) =>
        TypedResults.Ok(ReceiptAnswer.Of((await log.ReceiptAsync(UserKey.Required(context.User).ToString(), action.Id, cancellationToken))!));

    private static async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (ActionNotAcceptedException notAccepted)
        {
            return Refused(StatusCodes.Status503ServiceUnavailable, "Nothing was done", notAccepted.Message);
        }
    }
}
