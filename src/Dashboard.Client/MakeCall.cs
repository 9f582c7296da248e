namespace Dashboard.Client;

/// <summary>
/// One call, as the handlers around it see it: it travels in <see cref="HttpRequestMessage.Options"/>, never over the wire. Where a handler
/// sends the request again, it is still the same call with the same deadline.
/// </summary>
public sealed class MakeCall
{
    internal const string Key = "Make.Call";

    private static readonly HttpRequestOptionsKey<MakeCall> Option = new(Key);

    private readonly TimeSpan _deadline;
    private readonly CancellationTokenSource _late;

    internal MakeCall(MakeCaller caller, int maxBytes, TimeSpan deadline, CancellationTokenSource late) =>
        (Caller, MaxBytes, _deadline, _late) = (caller, maxBytes, deadline, late);

    /// <summary>Who asks.</summary>
    public MakeCaller Caller { get; }

    /// <summary>Whether the request was handed to the network; until then nothing can have been executed.</summary>
    public bool IsSent { get; internal set; }

    /// <summary>The most bytes the answer may have.</summary>
    internal int MaxBytes { get; }

    /// <summary>Whether the deadline runs: until then the call has only waited for its turn.</summary>
    internal bool HasBegun { get; private set; }

    /// <summary>Whether the deadline has passed.</summary>
    internal bool IsLate => _late.IsCancellationRequested;

    /// <summary>The call of a request that a <see cref="MakeClient"/> made.</summary>
    /// <exception cref="InvalidOperationException">Something else made the request.</exception>
    public static MakeCall Of(HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Options.TryGetValue(Option, out var call) ? call : throw new InvalidOperationException("The request names no caller.");
    }

    /// <summary>From here on the deadline runs, whatever is sent again.</summary>
    internal void Begin()
    {
        if (HasBegun)
            return;
        HasBegun = true;
        _late.CancelAfter(_deadline);
    }
}
