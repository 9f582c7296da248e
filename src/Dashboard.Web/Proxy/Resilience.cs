using Dashboard.Client;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.CircuitBreaker;

namespace Dashboard.Web.Proxy;

/// <summary>
/// What stands between a call and the network, for each environment its own: questions are asked again, changes never, and an environment
/// that has stopped answering is left alone for a while. The package's own defaults would send a deletion four times, would never notice a
/// dead zone in a small team, and would sit out a wait of two minutes in silence (reference: security §0, §4).
/// </summary>
internal static class Resilience
{
    /// <summary>How long an environment that has stopped answering is left alone before one request tries it.</summary>
    public static readonly TimeSpan Break = TimeSpan.FromSeconds(10);

    private const int Repetitions = 2;

    // Five failures with hardly a success among them within half a minute: one person at work reaches that, one bad notification does not.
    private const int FewestRequests = 5;
    private const double Failing = 0.8;

    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(30);

    /// <summary>A question that would have to wait for longer is answered at once, with the time.</summary>
    private static readonly TimeSpan LongestWait = RequestBudget.LongestPersonWait;

    public static void Add(IHttpClientBuilder http, string environment, TimeSpan retryDelay)
    {
        http.AddHttpMessageHandler(() => new CircuitHandler(environment));
#pragma warning disable EXTEXP0001 // The registry's own handler would hold up the end of the process for half a minute while a request waits for its turn.
        http.AddHttpMessageHandler(services => new ResilienceHandler(new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = services.GetRequiredService<TimeProvider>() }
            .AddRetry(Repetition(retryDelay))
            .AddCircuitBreaker(Circuit(environment, services.GetRequiredService<ILogger<MakeProxy>>()))
            .Build()));
#pragma warning restore EXTEXP0001
        http.AddHttpMessageHandler(() => new TurnHandler());
    }

    private static HttpRetryStrategyOptions Repetition(TimeSpan delay) => new()
    {
        MaxRetryAttempts = Repetitions,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = delay,
        ShouldHandle = attempt => new(attempt.Context.GetRequestMessage() is { } request && request.Method == HttpMethod.Get
            && WasSent(request, attempt.Outcome) is { } failed && IsWorthAsking(failed.Failure)),
        // Where Make says how long, that long and a bit; the budget's own gate waits out a limit.
        DelayGenerator = retry => new(retry.Outcome.Exception is MakeException { Failure: MakeFailure.Unavailable { RetryAfter: { } wait } }
            ? wait + delay * Random.Shared.NextDouble()
            : null),
    };

    private static HttpCircuitBreakerStrategyOptions Circuit(string environment, ILogger log)
    {
        var state = new CircuitBreakerStateProvider();
        return new()
        {
            MinimumThroughput = FewestRequests,
            FailureRatio = Failing,
            SamplingDuration = Watched,
            BreakDuration = Break,
            StateProvider = state,
            ShouldHandle = attempt => new(attempt.Context.GetRequestMessage() is { } request
                && (WasSent(request, attempt.Outcome) is { Failure.IsPassing: true }
                    // A try that was given up, as by a closed tab, proves nothing: it must not pass for an answer.
                    || (attempt.Outcome.Exception is OperationCanceledException && state.CircuitState == CircuitState.HalfOpen))),
            OnOpened = opened =>
            {
                ProxyLog.StoppedAnswering(log, environment, (int)opened.BreakDuration.TotalSeconds);
                return default;
            },
            OnClosed = _ =>
            {
                ProxyLog.AnswersAgain(log, environment);
                return default;
            },
        };
    }

    /// <summary>What went wrong with a request that left this machine; trouble of this portal's own says nothing of Make.</summary>
    private static MakeException? WasSent(HttpRequestMessage request, Outcome<HttpResponseMessage> outcome) =>
        MakeCall.Of(request).IsSent ? outcome.Exception as MakeException : null;

    private static bool IsWorthAsking(MakeFailure failure) => failure switch
    {
        MakeFailure.Throttled throttled => throttled.RetryAfter <= LongestWait,
        MakeFailure.Unavailable { RetryAfter: { } wait } => wait <= LongestWait,
        _ => failure.IsPassing,
    };
}
