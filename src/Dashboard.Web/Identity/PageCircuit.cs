using System.Diagnostics;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Dashboard.Web.Identity;

/// <summary>Counts a page among its person's open ones while its line stands, and gives what it logs the number that its error bar shows.</summary>
internal sealed class PageCircuit(OpenPages pages, PageNumber number, AuthenticationStateProvider authentication, ILogger<PageCircuit> log) : CircuitHandler
{
    /// <summary>Names what a person does on a page in a trace; what is asked of Make for it hangs below.</summary>
    public const string SourceName = "Dashboard.Pages";

    private static readonly ActivitySource Source = new(SourceName);

    private static readonly Func<ILogger, string?, IDisposable?> PageScope = LoggerMessage.DefineScope<string?>("Page:{Page}");

    private UserKey? _counted;

    /// <exception cref="InvalidOperationException">The person has as many pages open as one may; the circuit ends.</exception>
    public override async Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (UserKey.Of((await authentication.GetAuthenticationStateAsync()).User) is not { } person)
            return;
        if (!pages.TryOpen(person))
            throw new InvalidOperationException($"This person has {pages.Most} pages open already.");
        _counted = person;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (_counted is { } person)
            pages.Close(person);
        _counted = null;
        return Task.CompletedTask;
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async context =>
    {
        using var activity = Source.StartActivity("page event");
        activity?.SetTag("dashboard.page", number.Value);
        using (PageScope(log, number.Value))
            await next(context);
    };
}
