using System.Collections.Concurrent;
using System.Globalization;
using Dashboard.Sandbox.Data;
using Dashboard.Sandbox.Faults;
using Dashboard.Sandbox.Hosting;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Sandbox.Api;

/// <summary>What every call passes: token, rate, scope, faults. Writes the log.</summary>
internal sealed class ApiGate(MakeData data, RateLimit rate, FaultBook faults, RequestLog log, SandboxOptions options, TimeProvider time)
{
    private const string Scheme = "Token ";

    private const int Dropped = 0;

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
            (given, dropped) = await CarryOutAsync(call, answer, http.RequestAborted);
        }
        catch (ApiRefusal refusal)
        {
            given = refusal.Answer;
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            dropped = true;
        }

        log.Add(new(came, time.GetUtcNow(), call?.Account.Email ?? Identify(http.Request)?.Account.Email, operation, ZoneIdOf(http.Request), call?.Ids ?? [],
            dropped ? Dropped : given!.Status, given?.Notifications, given?.Changed ?? [], given?.Listed));
        await DelayAsync(call, FaultMoment.After, http.RequestAborted);
        if (dropped)
            http.Abort();
        else
            await given!.WriteAsync(http.Response);
    }

    private ApiCall Admit(HttpRequest request, ApiOperation operation, string? scope)
    {
        if (Identify(request) is not var (account, token))
            throw new ApiRefusal(ApiAnswer.Error(_undocumented.UnknownTokenStatus, "Access denied.", "Unauthorized"));
        if (!rate.TryTake(account.Organizations[0], out var wait))
            throw new ApiRefusal(ApiAnswer.Throttled(_undocumented.SendsRetryAfter ? (int)Math.Ceiling(wait.TotalSeconds) : null));
        if (scope is not null && !token.Scopes.Contains(scope))
            throw new ApiRefusal(ApiAnswer.Error(_undocumented.MissingScopeStatus, "Access denied.", "Permission denied"));
        return new(request, account, token, faults.Take(operation, ZoneIdOf(request)));
    }

    private async Task<(ApiAnswer? Answer, bool Dropped)> CarryOutAsync(ApiCall call, Func<ApiCall, Task<ApiAnswer>> answer, CancellationToken cancellationToken)
    {
        await DelayAsync(call, FaultMoment.Before, cancellationToken);
        foreach (var fault in call.Faults)
        {
            switch (fault.Kind)
            {
                case FaultKind.Throttle:
                    return (ApiAnswer.Throttled(fault.RetryAfterSeconds), false);
                case FaultKind.Status:
                    return (ApiAnswer.Error(fault.Status, "A fault set in the sandbox.", "Sandbox fault"), false);
                case FaultKind.Drop when fault.When == FaultMoment.Before:
                    return (null, true);
            }
        }

        return (await answer(call), call.Faults.Any(fault => fault.Kind == FaultKind.Drop));
    }

    private async Task DelayAsync(ApiCall? call, FaultMoment moment, CancellationToken cancellationToken)
    {
        foreach (var fault in call?.Faults.Where(fault => fault.Kind == FaultKind.Delay && fault.When == moment) ?? [])
            await Task.Delay(TimeSpan.FromMilliseconds(fault.DelayMilliseconds), time, cancellationToken);
    }

    private (Account Account, ApiToken Token)? Identify(HttpRequest request) =>
        request.Headers[HeaderNames.Authorization] is [{ } header]
        && header.StartsWith(Scheme, StringComparison.Ordinal)
        && Guid.TryParseExact(header[Scheme.Length..], "D", out var token)
        && _tokens.TryGetValue(token, out var known) ? known : null;

    private static int? ZoneIdOf(HttpRequest request) =>
        int.TryParse(request.Query["imtZoneId"], NumberStyles.None, CultureInfo.InvariantCulture, out var zoneId) ? zoneId : null;
}
