using System.Globalization;
using System.Runtime.CompilerServices;
using Dashboard.Web.Actions;
using Dashboard.Web.Identity;
using Dashboard.Web.Inbox.Query;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Web.Export;

/// <summary>A person's own actions to download, as the activity page lists them.</summary>
internal static class ActivityExport
{
    /// <summary>Actions that are read at once.</summary>
    private const int Piece = 200;

    public static void MapActivityExport(this WebApplication app)
    {
        Map("csv", "text/csv; charset=utf-8", ActivityFile.WriteCsvAsync);
        Map("json", "application/json", ActivityFile.WriteJsonAsync);

        void Map(string extension, string contentType, Func<IAsyncEnumerable<NotificationAction>, Stream, CancellationToken, Task> write) =>
            app.MapGet($"/export/activity/{extension}", (HttpContext context, ActivityLog activity, TimeProvider time, string? kind, string? day, string? tz) =>
            {
                var now = time.GetUtcNow();
                if (FilterOf(kind, day, tz, now) is not { } filter)
                    return NotUnderstood;
                context.Response.Headers[HeaderNames.CacheControl] = "no-store";
                var (owner, gone) = (SignIn.Required(context.User).User.ToString(), context.RequestAborted);
                return TypedResults.Stream(
                    output => WriteAsync(write(ActionsAsync(activity, owner, filter, gone), output, gone), gone),
                    contentType,
                    string.Create(CultureInfo.InvariantCulture, $"activity-{now:yyyy-MM-dd}.{extension}"));
            });
    }

    private static IResult NotUnderstood { get; } = new ExportRefusal(
        StatusCodes.Status400BadRequest,
        "This export is not understood",
        "kind has to be one of delete, markallread, done and reopen, day a date such as 2026-11-01, tz a time zone such as Europe/Prague. Choose on the activity page and export from there.",
        ("/activity", "Activity"));

    private static async Task WriteAsync(Task writing, CancellationToken gone)
    {
        try
        {
            await writing;
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The browser has hung up, which is no failure of this portal.
        }
    }

    /// <summary>What is accepted while the file is written is not part of it: it would move the others.</summary>
    private static ActivityFilter? FilterOf(string? kind, string? day, string? tz, DateTimeOffset now)
    {
        ActionKind? wanted = null;
        if (!string.IsNullOrEmpty(kind))
        {
            if (!Enum.TryParse<ActionKind>(kind, ignoreCase: true, out var known) || !Enum.IsDefined(known))
                return null;
            wanted = known;
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(tz ?? TimeZoneInfo.Utc.Id, out var timeZone))
            return null;
        if (string.IsNullOrEmpty(day))
            return new ActivityFilter(wanted, Until: now);
        if (!QueryDate.TryParse(day, out var date) || date.Time is not null)
            return null;
        var end = Math.Min(date.End(timeZone), now.ToUnixTimeMilliseconds());
        return new ActivityFilter(wanted, DateTimeOffset.FromUnixTimeMilliseconds(date.Start(timeZone)), DateTimeOffset.FromUnixTimeMilliseconds(end));
    }

    private static async IAsyncEnumerable<NotificationAction> ActionsAsync(
        ActivityLog activity, string owner, ActivityFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var read = 0; ;)
        {
            var actions = await activity.ListAsync(owner, filter, read, Piece, cancellationToken);
            foreach (var action in actions)
                yield return action;
            read += actions.Count;
            if (actions.Count < Piece)
                yield break;
        }
    }
}
