using Microsoft.AspNetCore.SignalR;

namespace Dashboard.Web.Identity;

/// <summary>
/// Counts what a person does with an open page as use of the session. The framework's inbound activity would not do: it also counts each
/// confirmation of a redraw, and a page that redraws by itself would never be idle.
/// </summary>
internal sealed class SessionActivity(SessionUse use) : IHubFilter
{
    // What a page's events and its scripts call, and what a step to another page calls.
    private static readonly string[] Deeds = ["BeginInvokeDotNetFromJS", "OnLocationChanged"];

    public ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (Deeds.Contains(invocationContext.HubMethodName) && invocationContext.Context.User is { } person && Sessions.IdOf(person) is { } session)
            use.Mark(session);
        return next(invocationContext);
    }
}
