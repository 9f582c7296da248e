using Dashboard.Client;

namespace Dashboard.Web.Proxy;

/// <summary>
/// Keeps one Make organization's requests under its limit per minute, whoever sends them (reference: rate limiting). A sliding minute:
/// in none of any 60 seconds are there more than the limit.
/// </summary>
public sealed class RequestBudget(int perMinute, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>A person is told at once when the wait would be longer than this, instead of looking at a spinner.</summary>
    private static readonly TimeSpan LongestPersonWait = TimeSpan.FromSeconds(5);

    /// <summary>Make says "try again later" and documents no header: wait one minute.</summary>
    private static readonly TimeSpan DefaultPause = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    /// <summary>How long a poller steps aside where people wait for the last places.</summary>
    private static readonly TimeSpan StepAside = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Queue<(DateTimeOffset At, Urgency Urgency)> _sent = new();
    private DateTimeOffset _pausedUntil;
    private int _perMinute = perMinute;
    private int _peopleWaiting;

    public BudgetState State
    {
        get
        {
            lock (_gate)
            {
                var now = Forget();
                return new BudgetState(_perMinute, Math.Max(0, _perMinute - _sent.Count), _pausedUntil > now ? _pausedUntil : null);
            }
        }
    }

    /// <summary>The organization's own limit became known.</summary>
    public void Limit(int requestsPerMinute)
    {
        lock (_gate)
            _perMinute = requestsPerMinute;
    }

    /// <summary>Waits for a place.</summary>
    /// <exception cref="MakeException"><see cref="MakeFailure.Throttled"/>, when a person would have to wait for more than five seconds.</exception>
    public async Task TakeAsync(Urgency urgency, CancellationToken cancellationToken)
    {
        var person = urgency == Urgency.Person ? 1 : 0;
        Interlocked.Add(ref _peopleWaiting, person);
        try
        {
            while (Take(urgency) is { } wait)
            {
                if (urgency == Urgency.Person && wait > LongestPersonWait)
                    throw new MakeException(new MakeFailure.Throttled(wait));
                await Task.Delay(wait, time, cancellationToken);
            }
        }
        finally
        {
            Interlocked.Add(ref _peopleWaiting, -person);
        }
    }

    /// <summary>Requests that were sent before it was known that this budget pays for them.</summary>
    public void Charge(int requests)
    {
        lock (_gate)
        {
            var now = Forget();
            for (var i = 0; i < requests; i++)
                _sent.Enqueue((now, Urgency.Person));
        }
    }

    /// <summary>Make said no: nobody asks before the wait is over.</summary>
    public void Pause(TimeSpan? retryAfter)
    {
        var wait = retryAfter is { } told && told > TimeSpan.Zero ? TimeSpan.FromTicks(Math.Min(told.Ticks, LongestPause.Ticks)) : DefaultPause;
        lock (_gate)
        {
            var until = time.GetUtcNow() + wait;
            _pausedUntil = until > _pausedUntil ? until : _pausedUntil;
        }
    }

    /// <summary>Takes a place, or tells how long until one may be free.</summary>
    private TimeSpan? Take(Urgency urgency)
    {
        lock (_gate)
        {
            var now = Forget();
            if (_pausedUntil > now)
                return _pausedUntil - now;
            if (_sent.Count >= _perMinute)
                return _sent.Peek().At + Window - now;
            if (urgency == Urgency.Poll && Volatile.Read(ref _peopleWaiting) is > 0 and var people && _sent.Count + people >= _perMinute)
                return StepAside;
            if (urgency == Urgency.Poll && _sent.Count(request => request.Urgency == Urgency.Poll) >= Math.Max(1, _perMinute / 2))
                return _sent.First(request => request.Urgency == Urgency.Poll).At + Window - now;
            _sent.Enqueue((now, urgency));
            return null;
        }
    }

    private DateTimeOffset Forget()
    {
        var now = time.GetUtcNow();
        while (_sent.TryPeek(out var oldest) && oldest.At + Window <= now)
            _sent.Dequeue();
        return now;
    }
}
