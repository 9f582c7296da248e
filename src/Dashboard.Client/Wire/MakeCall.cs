namespace Dashboard.Client.Wire;

/// <summary>One call: what its request carries besides what goes over the wire, in <see cref="HttpRequestMessage.Options"/>.</summary>
/// <param name="caller">Who asks.</param>
/// <param name="maxBytes">The most bytes the answer may have.</param>
internal sealed class MakeCall(MakeCaller caller, int maxBytes)
{
    public const string Key = "Make.Call";

    private static readonly HttpRequestOptionsKey<MakeCall> Option = new(Key);

    public MakeCaller Caller { get; } = caller;

    public int MaxBytes { get; } = maxBytes;

    /// <summary>Whether the request was handed to the network; until then nothing can have been executed.</summary>
    public bool IsSent { get; set; }

    public static MakeCall Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(Option, out var call) ? call : throw new InvalidOperationException("The request names no caller.");
}
