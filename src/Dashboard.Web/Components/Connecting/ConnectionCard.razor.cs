using System.Globalization;
using Dashboard.Web.Connections;
using Dashboard.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Components.Connecting;

/// <summary>One connection: whose it is, what it may do, how it fares, and what can be done with it.</summary>
public sealed partial class ConnectionCard : ComponentBase
{
    [Parameter, EditorRequired]
    public required Connection Connection { get; set; }

    [Parameter, EditorRequired]
    public required ConnectionReport Report { get; set; }

    /// <summary>The browser's time zone.</summary>
    [Parameter]
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;

    [Inject]
    public required IOptions<MakeOptions> Make { get; init; }

    private string HeadingId => $"c-{Connection.Id:N}";

    private string KindText => Connection.Kind == ConnectionKind.OAuth ? "by OAuth: you allowed it at Make" : "by an API token";

    private string? ReconnectText => (Connection.Reconnect, Connection.Kind) switch
    {
        (null, _) => null,
        (ReconnectReason.Unreadable, _) => $"{Since}This portal can't open what it keeps for this connection: its keys have changed.",
        (_, ConnectionKind.OAuth) => $"{Since}Make no longer accepts this connection: its access was revoked or has expired.",
        _ => $"{Since}Make no longer accepts the token: it was deleted or has expired.",
    };

    private string Since => Connection.ReconnectSince is { } since ? $"Since {Local(since)}: " : "";

    private string BudgetText
    {
        get
        {
            var left = Report.PausedUntil is { } until
                ? $"Make asked to wait until {TimeZoneInfo.ConvertTime(until, TimeZone).ToString("T", CultureInfo.CurrentCulture)}"
                : $"{Number(Report.Left)} of {Number(Report.PerMinute)} a minute left";
            return Connection.RequestsPerMinute is null
                ? $"{left}. Your organization's own limit is not known; the portal keeps to a low one."
                : $"{left}, shared with everything else your organization runs on Make's API{(Report.Sharing > 1 ? $", and by {Number(Report.Sharing)} connections here" : "")}.";
        }
    }

    private string UseText => Report is { ForLists: 0, ForMessages: 0, ForChanges: 0, ForChecks: 0 }
        ? "No requests"
        : $"{Number(Report.ForLists)} to keep lists in step, {Number(Report.ForMessages)} for opened notifications, {Number(Report.ForChanges)} for changes, {Number(Report.ForChecks)} for checks";

    private string Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, TimeZone).ToString("d MMM yyyy, HH:mm:ss", CultureInfo.CurrentCulture);

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
