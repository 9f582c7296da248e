using Dashboard.Client;
using Polly.CircuitBreaker;

namespace Dashboard.Web.Proxy;

/// <summary>Says in words that nothing was sent, since the environment has stopped answering.</summary>
internal sealed class CircuitHandler(string environment) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (BrokenCircuitException open)
        {
            throw new MakeException(new MakeFailure.Unavailable($"{environment} has stopped answering", open.RetryAfter ?? Resilience.Break), mayHaveBeenExecuted: false, open);
        }
    }
}
