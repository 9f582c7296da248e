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

    private bool IsInteractive => HttpContext.AcceptsInteractiveRouting() && HttpContext.User.Identity is { IsAuthenticated: true };

    private InteractiveServerRenderMode? Mode => IsInteractive ? Interactive : null;
}
