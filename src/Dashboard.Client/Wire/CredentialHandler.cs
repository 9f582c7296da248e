namespace Dashboard.Client.Wire;

/// <summary>Signs a request for the caller it names. It keeps nothing between requests, since many callers share it.</summary>
internal sealed class CredentialHandler(IMakeCredentialSource source) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = MakeCall.Of(request);
        var credential = await source.GetAsync(call.Caller, cancellationToken);
        request.Headers.Authorization = credential.Header;
        call.IsSent = true;
        return await base.SendAsync(request, cancellationToken);
    }
}
