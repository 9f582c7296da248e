using System.Collections.Concurrent;
using System.Globalization;
using Dashboard.Sandbox.Data;
using Dashboard.Sandbox.Faults;
using Dashboard.Sandbox.Hosting;
using Dashboard.Sandbox.OAuth;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Sandbox.Api;

/// <summary>What every call passes: token, rate, scope, faults. Writes the log.</summary>
internal sealed class ApiGate(
    MakeData data, OAuthGrants grants, RateLimit rate, FaultBook faults, FaultedLine line, RequestLog log, SandboxOptions options, TimeProvider time)
{
    private const string Scheme = "Token ";

    private readonly UndocumentedOptions _undocumented = options.Undocumented;

    private readonly ConcurrentDictionary<Guid, (Account Account, ApiToken Token)> _tokens =
        new(data.Accounts.SelectMany(account => account.Tokens, (account, token) => KeyValuePair.Create(token.Value, (account, token))));

    /// <summary>Has every later call with this token refused.</summary>
    /// <returns>Whether it was known.</returns>
    public bool Revoke(Guid token) => _tokens.TryRemove(token, out _);

    /// <summary>Lets a call through to its operation and answers it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="operation">What is asked.</param>
    /// <param name="scope">The scope the token has to hold, null for none.</param>
    /// <param name="answer">Carries the operation out.</param>
    /// <param name="ids">Reads the ids asked for out of the body, so that they are known whatever fails after that.</param>
    public async Task AnswerAsync(
        HttpContext http, ApiOperation operation, string? scope, Func<ApiCall, Task<ApiAnswer>> answer, Func<HttpRequest, Task<IReadOnlyList<string>>>? ids = null)
    {
        var came = time.GetUtcNow();
        ApiCall? call = null;
        ApiAnswer? given = null;
        var dropped = false;
        try
        {
            call = Admit(http.Request, operation, scope);
            if (ids is not null)
                call.Ids = await ids(http.Request);
            var admitted = call;
            (given, dropped) = await line.CarryOutAsync(call.Faults, () => answer(admitted), http.RequestAborted);
        }
        catch (ApiRefusal refusal)
        {
            given = refusal.Answer;
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            dropped = true;
        }

        log.Add(new(came, time.GetUtcNow(), (call?.Caller ?? Identify(http.Request))?.Account.Email, operation, ZoneIdOf(http.Request), call?.Ids ?? [],
            dropped ? LoggedCall.Dropped : given!.Status, given?.Notifications, given?.Changed ?? [], given?.Listed));
        await line.FinishAsync(call?.Faults ?? [], given, dropped, http);
    }

    private ApiCall Admit(HttpRequest request, ApiOperation operation, string? scope)
    {
        if (Identify(request) is not { } caller)
            throw new ApiRefusal(ApiAnswer.Error(_undocumented.UnknownTokenStatus, "Access denied.", "Unauthorized"));
        if (!rate.TryTake(caller.Account.Organizations[0], out var wait))
            throw new ApiRefusal(ApiAnswer.Throttled(_undocumented.SendsRetryAfter ? (int)Math.Ceiling(wait.TotalSeconds) : null));
        if (scope is not null && !caller.Scopes.Contains(scope))
            throw new ApiRefusal(ApiAnswer.Error(_undocumented.MissingScopeStatus, "Access denied.", "Permission denied"));
        return new(request, caller, faults.Take(operation, ZoneIdOf(request)));
    }

    private Caller? Identify(HttpRequest request) => OAuthEndpoints.BearerOf(request) is { } accessToken
        ? grants.Find(accessToken) is { } grant ? new(grant.Account, grant.Scopes, _undocumented.OAuthAuthUsed) : null
        : OwnerOfToken(request) is var (account, token) ? new(account, token.Scopes, "token") : null;

    private (Account Account, ApiToken Token)? OwnerOfToken(HttpRequest request) =>
        request.Headers[HeaderNames.Authorization] is [{ } header]
        && header.StartsWith(Scheme, StringComparison.Ordinal)
        && Guid.TryParseExact(header[Scheme.Length..], "D", out var token)
        && _tokens.TryGetValue(token, out var known) ? known : null;

    private static int? ZoneIdOf(HttpRequest request) =>
        int.TryParse(request.Query["imtZoneId"], NumberStyles.None, CultureInfo.InvariantCulture, out var zoneId) ? zoneId : null;
}
