using System.Net;

namespace Dashboard.Client.Wire;

/// <summary>
/// Signs a request for the caller it names. It keeps nothing between requests, since many callers share it. A request whose credential
/// is refused was not executed, whatever it asked: it is sent once more where the credential can be renewed.
/// </summary>
internal sealed class CredentialHandler(IMakeCredentialSource source) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = MakeCall.Of(request);
        var credential = await source.GetAsync(call.Caller, cancellationToken);
        var response = await SendAsync(request, call, credential, cancellationToken);
        if (!IsRefused(response))
            return response;
        call.IsSent = false;
        try
        {
            if (await source.RenewAsync(call.Caller, credential, cancellationToken) is { } renewed)
            {
                response.Dispose();
                (credential, response) = (renewed, await SendAsync(request, call, renewed, cancellationToken));
            }

            if (IsRefused(response))
                await source.RefusedAsync(call.Caller, credential, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static bool IsRefused(HttpResponseMessage response) => response.StatusCode == HttpStatusCode.Unauthorized;

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, MakeCall call, MakeCredential credential, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = credential.Header;
        call.IsSent = true;
        return base.SendAsync(request, cancellationToken);
    }
}
