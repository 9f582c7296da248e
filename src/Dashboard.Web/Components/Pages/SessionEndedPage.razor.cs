using System.Globalization;
using Dashboard.Web.Hosting;
using Dashboard.Web.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Components.Pages;

/// <summary>Says that a session is over and why, as far as that is known.</summary>
public sealed partial class SessionEndedPage : ComponentBase
{
    [Inject]
    public required IOptions<SessionsOptions> Options { get; init; }

    /// <summary>A <see cref="SessionEnd"/> by its name.</summary>
    [SupplyParameterFromQuery]
    public string? Why { get; set; }

    /// <summary>Where the person was; a path of this site.</summary>
    [SupplyParameterFromQuery]
    public string? ReturnUrl { get; set; }

    private string Reason => (Enum.TryParse<SessionEnd>(Why, out var why) ? why : SessionEnd.Unknown) switch
    {
        SessionEnd.SignedOut => "You signed out in this browser.",
        SessionEnd.EndedByPerson => "You signed out everywhere, or ended this session from another browser.",
        SessionEnd.SignedInAnew => "You signed in once more in this browser, which began a new session.",
        SessionEnd.EndedByAdministrator => "An administrator of this portal ended it. They can tell you why.",
        SessionEnd.EndedByProvider => "You signed out of your organization's account.",
        SessionEnd.Unused => $"Nothing was done here for {InWords(Options.Value.IdleTimeout)}.",
        SessionEnd.TooOld => $"Everyone signs in again after {InWords(Options.Value.Lifetime)}.",
        _ => "You were signed out, or too much time has passed.",
    };

    private static string InWords(TimeSpan time) => (time.TotalMinutes % 60) switch
    {
        0 => time == TimeSpan.FromHours(1) ? "an hour" : string.Create(CultureInfo.CurrentCulture, $"{time.TotalHours:0} hours"),
        _ => string.Create(CultureInfo.CurrentCulture, $"{time.TotalMinutes:0} minutes"),
    };
}
