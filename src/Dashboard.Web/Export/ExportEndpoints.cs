using System.Globalization;
using Dashboard.Web.Hosting;
using Dashboard.Web.Identity;
using Dashboard.Web.Inbox;
using Dashboard.Web.Sharing;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Web.Export;

/// <summary>
/// Files to download. A page freezes rows into a ticket and lets the browser fetch it; an address with a query freezes the view it
/// describes and leads on to its ticket.
/// </summary>
internal static class ExportEndpoints
{
    private static readonly Dictionary<ExportFormat, IExportFile> Files = new() { [ExportFormat.Csv] = new CsvFile(), [ExportFormat.Json] = new JsonFile() };

    public static string PathOf(ExportFormat format) => $"/export/{Files[format].Extension}";

    public static void MapExport(this WebApplication app)
    {
        foreach (var (format, file) in Files)
        {
            app.MapGet(
                PathOf(format),
                (HttpContext context, Inboxes inboxes, ExportTickets tickets, IOptions<InboxOptions> settings, TimeProvider time, string? q, string? sort, string? group, string? tz) =>
                    FreezeAsync(context, inboxes, tickets, settings, time, format, new Wanted(q, sort, group, tz)));
            app.MapGet($"{PathOf(format)}/{{ticket}}", (HttpContext context, ExportTickets tickets, TimeProvider time, string ticket) =>
                Download(context, tickets, time, file, ticket));
        }
    }

    private static IResult Download(HttpContext context, ExportTickets tickets, TimeProvider time, IExportFile file, string id)
    {
        if (tickets.Take(id, SignIn.Required(context.User)) is not { } ticket)
            return ExportRefusal.NoTicket;
        var portal = $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}";
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return TypedResults.Stream(
            output => WriteAsync(ticket, file, output, key => portal + SharedLinks.PathTo(key), context.RequestAborted), file.ContentType, NameOf(ticket, file, time));
    }

    private static async Task WriteAsync(ExportTicket ticket, IExportFile file, Stream output, Func<NotificationKey, string> linkTo, CancellationToken gone)
    {
        try
        {
            await ticket.WriteAsync(file, output, linkTo, gone);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The browser has hung up, which is no failure of this portal; the ticket knows.
        }
    }

    private static string NameOf(ExportTicket ticket, IExportFile file, TimeProvider time) => string.Create(
        CultureInfo.InvariantCulture, $"make-notifications-{time.GetUtcNow():yyyy-MM-dd}{(ticket.IsPartial ? "-loaded-so-far" : "")}.{file.Extension}");

    private static async Task<IResult> FreezeAsync(
        HttpContext context, Inboxes inboxes, ExportTickets tickets, IOptions<InboxOptions> settings, TimeProvider time, ExportFormat format, Wanted wanted)
    {
        var query = InboxQuery.Parse(wanted.Query, wanted.Sort, wanted.Group, out var problem, settings.Value.QueryLength);
        if (problem is not null)
            return Misread(problem);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(wanted.TimeZone ?? TimeZoneInfo.Utc.Id, out var timeZone))
            return Misread("tz has to name a time zone, such as Europe/Prague.");
        var holder = SignIn.Required(context.User);
        using var watch = await inboxes.WatchAsync(holder.User.ToString(), context.RequestAborted);
        var snapshot = watch.Inbox.Snapshot;
        if (Missing(snapshot) is { } missing)
            return missing;
        try
        {
            var view = await Task.Run(() => snapshot.View(query, upTo: null, time.GetUtcNow(), timeZone, context.RequestAborted), context.RequestAborted);
            var ticket = tickets.Keep(holder, FrozenRows.Of(view), snapshot.Parts.Any(part => part.State.IsPartial));
            context.Response.Headers[HeaderNames.CacheControl] = "no-store";
            return TypedResults.LocalRedirect(ticket.PathAs(format));
        }
        catch (TimeoutException patternTooSlow)
        {
            return Misread(patternTooSlow.Message);
        }
    }

    private static ExportRefusal Misread(string problem) =>
        new(StatusCodes.Status400BadRequest, "This export is not understood", $"{problem} Search in the inbox and export from there, or correct the address.", ExportRefusal.Inbox);

    /// <summary>Why there is nothing to export yet; <see langword="null"/> where there is. An empty file would say that Make has nothing.</summary>
    private static ExportRefusal? Missing(InboxSnapshot snapshot)
    {
        if (snapshot.Parts.Count == 0)
            return new ExportRefusal(StatusCodes.Status409Conflict, "There is no inbox to export", "You have no connection to Make. Connect first, then export.", ExportRefusal.Connections);
        if (snapshot.Parts.All(part => part.State.Phase == ZonePhase.Unreadable))
            return new ExportRefusal(StatusCodes.Status409Conflict, "There is nothing that can be read", $"{snapshot.Parts[0].State.Problem} See your connections.", ExportRefusal.Connections);
        return snapshot.Count == 0 && snapshot.Parts.Any(part => part.State.IsPartial)
            ? new ExportRefusal(StatusCodes.Status503ServiceUnavailable, "Your inbox is being opened", "Its notifications are still being fetched from Make. Open the inbox, and export once they are there.", ExportRefusal.Inbox)
            : null;
    }

    private readonly record struct Wanted(string? Query, string? Sort, string? Group, string? TimeZone);
}
