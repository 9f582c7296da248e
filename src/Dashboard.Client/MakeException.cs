namespace Dashboard.Client;

/// <summary>A call to Make that gave no result. Only a cancellation by the caller comes out as anything else.</summary>
public sealed class MakeException : Exception
{
    /// <summary>Makes an exception of a failure.</summary>
    /// <param name="failure">Why there is no result.</param>
    /// <param name="mayHaveBeenExecuted">Whether Make may have done what was asked.</param>
    /// <param name="innerException">What lies beneath, if anything.</param>
    public MakeException(MakeFailure failure, bool mayHaveBeenExecuted = false, Exception? innerException = null)
        : base(failure?.Message, innerException)
    {
        ArgumentNullException.ThrowIfNull(failure);
        Failure = failure;
        MayHaveBeenExecuted = mayHaveBeenExecuted;
    }

    /// <summary>Why there is no result.</summary>
    public MakeFailure Failure { get; }

    /// <summary>
    /// Whether Make may have done what was asked: true when the request may have left this machine and no answer says that it was
    /// refused (a lost or late answer, HTTP 5xx, an unreadable 2xx). After a destructive call, look before acting again.
    /// </summary>
    public bool MayHaveBeenExecuted { get; }
}
