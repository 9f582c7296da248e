using System.Diagnostics;
using Dashboard.Web.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace Dashboard.Web.Components;

/// <summary>The document around every page. Pages of a signed-in person are interactive and not prerendered; the few others are plain HTML.</summary>
public sealed partial class App : ComponentBase
{
    private static readonly InteractiveServerRenderMode Interactive = new(prerender: false);

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [Inject]
    public required OpenPages Pages { get; init; }

    /// <summary>Names this request, and what the page does after it, in the log.</summary>
    private static string? Number => Activity.Current?.TraceId.ToString();

    private bool IsFull { get; set; }

    private bool IsInteractive { get; set; }

    private IComponentRenderMode? Mode => IsInteractive ? Interactive : null;

    protected override void OnInitialized()
    {
        var wantsCircuit = HttpContext.AcceptsInteractiveRouting() && HttpContext.User.Identity is { IsAuthenticated: true };
        IsFull = wantsCircuit && UserKey.Of(HttpContext.User) is { } person && !Pages.HasRoomFor(person);
        IsInteractive = wantsCircuit && !IsFull;
        if (IsFull)
            HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
    }
}
