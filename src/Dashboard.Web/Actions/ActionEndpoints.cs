using System.Globalization;
using Dashboard.Web.Data;
using Dashboard.Web.Identity;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Web.Actions;

/// <summary>Actions over HTTP, for scripts of a signed-in person: the same outbox, the same undo window, the same receipts as a page's.</summary>
internal static class ActionEndpoints
{
    private const string Path = "/api/v1/actions";

    public static string PathOf(NotificationAction action) => string.Create(CultureInfo.InvariantCulture, $"{Path}/{action.Id}");

    public static void MapActions(this WebApplication app)
    {
        var actions = app.MapGroup(Path).AddEndpointFilter(AnswerAsync);
        actions.MapGet("", ListAsync);
        actions.MapGet("/{id}", (HttpContext context, ActivityLog log, string id, CancellationToken cancellationToken) =>
            WithAsync(context, log, id, action => ReceiptAsync(context, log, action, cancellationToken), cancellationToken));
        actions.MapPost("/delete", DeleteEndpoint.AcceptAsync).WithMetadata(DeleteEndpoint.Size).RequireHeaderToken();
        MapChange("undo", (outbox, owner, id, cancellationToken) => outbox.UndoAsync(owner, id, cancellationToken), "It has begun, so it can't be taken back. Stop it to keep what has not gone out.");
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
                    cancellationToken)).RequireHeaderToken();
    }

    private const string Over = "It is over. Its receipt says what became of each notification.";

    /// <summary>An answer that names no reason helps nobody.</summary>
    public static ProblemHttpResult Refused(int status, string title, string words) => TypedResults.Problem(words, statusCode: status, title: title);

    private static async Task<IResult> ListAsync(
        HttpContext context, ActivityLog log, string? kind, string? from, string? until, string? skip, string? take, CancellationToken cancellationToken)
    {
        if (ActivityPage.Parse(kind, from, until, skip, take, out var problem) is not { } page)
            return Refused(StatusCodes.Status400BadRequest, "This list is not understood", problem!);
        var owner = UserKey.Required(context.User).ToString();
        return TypedResults.Ok(new
        {
            total = await log.CountAsync(owner, page.Filter, cancellationToken),
            actions = (await log.ListAsync(owner, page.Filter, page.Skip, page.Take, cancellationToken)).Select(ActionAnswer.Of),
        });
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
        context.HttpContext.Response.Headers[HeaderNames.CacheControl] = "no-store";
        try
        {
            return await next(context);
        }
        catch (ActionNotAcceptedException notAccepted)
        {
            return Refused(StatusCodes.Status503ServiceUnavailable, "Nothing was done", notAccepted.Message);
        }
        catch (Exception trouble) when (DatabaseTrouble.IsIn(trouble))
        {
            return Refused(StatusCodes.Status503ServiceUnavailable, "The portal can't read its database", "Try again, and if it happens again, tell your administrator.");
        }
    }
}
