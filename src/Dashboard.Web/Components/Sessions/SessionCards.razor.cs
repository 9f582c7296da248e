using System.Globalization;
using Dashboard.Web.Identity;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Components.Sessions;

/// <summary>Sessions of one person, each with a way to end it by a form post.</summary>
public sealed partial class SessionCards : ComponentBase
{
    /// <summary>The browser's time zone.</summary>
    [CascadingParameter]
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>What is listed, in this order.</summary>
    [Parameter, EditorRequired]
    public required IEnumerable<Session> Sessions { get; set; }

    /// <summary>The session that this page belongs to.</summary>
    [Parameter, EditorRequired]
    public Guid? Here { get; set; }

    /// <summary>Where the form that ends one is posted to.</summary>
    [Parameter, EditorRequired]
    public required string EndAction { get; set; }

    private string Shown(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, TimeZone).ToString("d MMMM yyyy HH:mm", CultureInfo.CurrentCulture);
}
