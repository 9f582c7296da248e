using Dashboard.Web.Hosting;
using Dashboard.Web.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Components.Pages;

/// <summary>Says why somebody was not let in, and what to do.</summary>
public sealed partial class SignInRefusedPage : ComponentBase
{
    [Inject]
    public required IOptions<SignInOptions> Options { get; init; }

    [CascadingParameter]
    public HttpContext? Context { get; set; }

    /// <summary>A <see cref="SignInRefusal"/> by its name.</summary>
    [SupplyParameterFromQuery]
    public string? Why { get; set; }

    private SignInRefusal Refusal => Enum.TryParse<SignInRefusal>(Why, out var why) ? why : SignInRefusal.NotFinished;

    protected override void OnInitialized()
    {
        if (Context is not null && Refusal is not SignInRefusal.NotFinished)
            Context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }
}
