using System.ComponentModel;
using System.Globalization;
using Dashboard.Web.Actions;
using Dashboard.Web.Hosting;
using Dashboard.Web.Identity;
using Dashboard.Web.Inbox;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Api;

internal static class ListEndpoint
{
    private const int MostRows = 1_000;

    /// <summary>How long an inbox that nobody has open is waited for; what is there by then is answered.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task<Results<Ok<NotificationPageAnswer>, ProblemHttpResult>> AnswerAsync(
        HttpContext context,
        Inboxes inboxes,
        IOptions<InboxOptions> settings,
        TimeProvider time,
        [Description("What to find, as it is typed in the inbox, such as `is:unread zone:eu1 \"rate limit\"`. Everything where it is left out.")] string? q,
        [Description("The order, such as `-created,subject`.")] string? sort,
        [Description("The time zone that days in the query are meant in, such as `Europe/Prague`; UTC where it is left out.")] string? tz,
        [Description("Rows of a page: 1 to 1000, 100 where it is left out.")] string? limit,
        [Description("From the `next` of the page before.")] string? after,
        CancellationToken cancellationToken)
    {
        var query = InboxQuery.Parse(q, sort, group: null, out var problem, settings.Value.QueryLength);
        if (problem is not null)
            return Misread(problem);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(tz ?? TimeZoneInfo.Utc.Id, out var timeZone))
            return Misread("tz has to name a time zone, such as Europe/Prague.");
        if (!int.TryParse(limit ?? "100", NumberStyles.None, CultureInfo.InvariantCulture, out var most) || most is < 1 or > MostRows)
            return Misread($"limit has to be a number from 1 to {MostRows}.");
        if (RowCursor.Parse(after, out var last) is { } badCursor)
            return Misread(badCursor);
        using var watch = await inboxes.WatchAsync(UserKey.Required(context.User).ToString(), cancellationToken);
        await watch.FetchedAsync(Patience, time, cancellationToken);
        var snapshot = watch.Inbox.Snapshot;
        try
        {
            var view = await Task.Run(() => snapshot.View(query, upTo: null, time.GetUtcNow(), timeZone, cancellationToken), cancellationToken);
            var first = last is { } key ? view.PositionOf(key) + 1 : 0;
            return last is not null && first == 0
                ? ActionEndpoints.Refused(StatusCodes.Status410Gone, "The list has moved on", "The last row of the page before is no longer in this list. Start again without after.")
                : TypedResults.Ok(Page(view, first, most, snapshot.Parts.Any(part => part.State.IsPartial), next => NextOf(query, tz, limit, next)));
        }
        catch (TimeoutException patternTooSlow)
        {
            return Misread(patternTooSlow.Message);
        }
    }

    private static NotificationPageAnswer Page(IInboxView view, int first, int most, bool isPartial, Func<NotificationKey, string> next)
    {
        var rows = Enumerable.Range(first, Math.Min(most, view.Count - first)).Select(position => view[position]).ToArray();
        return new NotificationPageAnswer(
            view.Count, isPartial, [.. rows.Select(NotificationAnswer.Of)], first + rows.Length < view.Count ? next(rows[^1].Key) : null);
    }

    private static string NextOf(InboxQuery query, string? tz, string? limit, NotificationKey last)
    {
        var address = QueryHelpers.AddQueryString($"{ApiEndpoints.Path}/notifications{QueryAddress.Print(query)}", RowCursor.Name, RowCursor.Of(last));
        foreach (var (name, value) in new[] { (nameof(tz), tz), (nameof(limit), limit) })
        {
            if (value is not null)
                address = QueryHelpers.AddQueryString(address, name, value);
        }

        return address;
    }

    private static ProblemHttpResult Misread(string problem) => ActionEndpoints.Refused(StatusCodes.Status400BadRequest, "This list is not understood", problem);
}
