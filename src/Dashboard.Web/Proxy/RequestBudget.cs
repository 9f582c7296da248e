using Dashboard.Client;

namespace Dashboard.Web.Proxy;

/// <summary>
/// Keeps one Make organization's requests under its limit per minute, whoever sends them (reference: rate limiting). A sliding minute:
/// in none of any 60 seconds are there more than the limit. Counted by the clock that nobody sets: one that is put right would let too many
/// through, or none until it has caught up.
/// </summary>
public sealed class RequestBudget(int perMinute, TimeProvider time)
{
    /// <summary>A person is told at once when the wait would be longer than this, instead of looking at a spinner.</summary>
    public static readonly TimeSpan LongestPersonWait = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Make says "try again later" and documents no header: wait one minute.</summary>
    private static readonly TimeSpan DefaultPause = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    /// <summary>How long a poller steps aside where people wait for the last places, or other pollers came before it.</summary>
    private static readonly TimeSpan StepAside = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();

    /// <summary>Pollers stand in line, so that none is overtaken for ever by those that came later.</summary>
    private readonly LinkedList<object> _line = new();
    private readonly Queue<(TimeSpan At, Urgency Urgency)> _sent = new();
    private readonly BudgetHistory _history = new();
    private readonly long _began = time.GetTimestamp();
    private TimeSpan _pausedUntil;
    private int _perMinute = perMinute;
    private int _people;

    public BudgetState State
    {
        get
        {
            lock (_gate)
            {
                var now = Forget();
                var told = time.GetUtcNow();
                return new BudgetState(_perMinute, Math.Max(0, _perMinute - _sent.Count), _pausedUntil > now ? told + (_pausedUntil - now) : null, _history.PollersAt(told));
            }
        }
    }

    /// <summary>What its requests of the last ten minutes were for, oldest first; minutes without any are left out.</summary>
    public IReadOnlyList<BudgetUse> Uses
    {
        get
        {
            lock (_gate)
                return _history.UsesAt(time.GetUtcNow());
        }
    }

    /// <summary>Since this budget began.</summary>
    private TimeSpan Now => time.GetElapsedTime(_began);

    private int PollPlaces => Math.Max(1, _perMinute / 2);

    /// <summary>The organization's own limit became known.</summary>
    public void Limit(int requestsPerMinute)
    {
        lock (_gate)
            _perMinute = requestsPerMinute;
    }

    /// <summary>Waits for a place.</summary>
    /// <exception cref="MakeException"><see cref="MakeFailure.Throttled"/>, when a person would have to wait for more than five seconds.</exception>
    public async Task TakeAsync(Urgency urgency, Purpose purpose, CancellationToken cancellationToken)
    {
        var me = Queue(urgency);
        try
        {
            while (Take(urgency, purpose, me) is { } wait)
            {
                if (urgency == Urgency.Person && wait > LongestPersonWait)
                    throw new MakeException(new MakeFailure.Throttled(wait));
                await Task.Delay(wait, time, cancellationToken);
            }
        }
        finally
        {
            Leave(me);
        }
    }

    /// <summary>Requests that were sent before it was known that this budget pays for them.</summary>
    public void Charge(int requests, Purpose purpose)
    {
        lock (_gate)
        {
            var now = Forget();
            for (var i = 0; i < requests; i++)
                _sent.Enqueue((now, Urgency.Person));
            _history.Note(time.GetUtcNow(), purpose, requests);
        }
    }

    /// <summary>
    /// How long a poller waits until its next look: the looks of all who share this budget fit into the pollers' half, so that they neither
    /// queue up nor ever stand before a person.
    /// </summary>
    /// <param name="poller">Who looks.</param>
    /// <param name="requests">How many requests its last look took.</param>
    /// <param name="shortest">The shortest wait, where there is room enough.</param>
    public TimeSpan UntilNextLook(Guid poller, int requests, TimeSpan shortest)
    {
        lock (_gate)
        {
            var fitting = Window * _history.LooksWith(time.GetUtcNow(), poller, requests) / PollPlaces;
            return fitting > shortest ? fitting : shortest;
        }
    }

    /// <summary>Make said no: nobody asks before the wait is over.</summary>
    /// <param name="retryAfter">How long Make asks to wait; one minute where it does not say, 15 at most.</param>
    /// <returns>How long everybody waits.</returns>
    public TimeSpan Pause(TimeSpan? retryAfter)
    {
        var wait = retryAfter is { } told && told > TimeSpan.Zero ? TimeSpan.FromTicks(Math.Min(told.Ticks, LongestPause.Ticks)) : DefaultPause;
        lock (_gate)
        {
            var now = Now;
            _pausedUntil = now + wait > _pausedUntil ? now + wait : _pausedUntil;
            return _pausedUntil - now;
        }
    }

    /// <summary>A place in the pollers' line; <see langword="null"/> for a person, who stands in none.</summary>
    private LinkedListNode<object>? Queue(Urgency urgency)
    {
        lock (_gate)
        {
            if (urgency == Urgency.Poll)
                return _line.AddLast(new object());
            _people++;
            return null;
        }
    }

    private void Leave(LinkedListNode<object>? poller)
    {
        lock (_gate)
        {
            if (poller is null)
                _people--;
            else
                _line.Remove(poller);
        }
    }

    /// <summary>Takes a place, or tells how long until one may be free.</summary>
    private TimeSpan? Take(Urgency urgency, Purpose purpose, LinkedListNode<object>? poller)
    {
        lock (_gate)
        {
            var now = Forget();
            if (_pausedUntil > now)
                return _pausedUntil - now;
            if (_sent.Count >= _perMinute)
                return _sent.Peek().At + Window - now;
            if (poller is not null)
            {
                if (_line.First != poller || (_people > 0 && _sent.Count + _people >= _perMinute))
                    return StepAside;
                if (_sent.Count(request => request.Urgency == Urgency.Poll) >= PollPlaces)
                    return _sent.First(request => request.Urgency == Urgency.Poll).At + Window - now;
            }

            _sent.Enqueue((now, urgency));
            _history.Note(time.GetUtcNow(), purpose, 1);
            return null;
        }
    }

    private TimeSpan Forget()
    {
        var now = Now;
        while (_sent.TryPeek(out var oldest) && oldest.At + Window <= now)
            _sent.Dequeue();
        return now;
    }
}
