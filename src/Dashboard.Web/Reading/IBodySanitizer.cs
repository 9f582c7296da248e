namespace Dashboard.Web.Reading;

/// <summary>
/// The first wall before a notification's body. The second, the frame it is shown in, must hold without it: a test host proves that
/// by putting one here that changes nothing.
/// </summary>
public interface IBodySanitizer
{
    /// <summary>Makes a body safe to show. Takes processor time, so never on a circuit's thread: ask <see cref="ReadingRoom"/>.</summary>
    /// <exception cref="OperationCanceledException">The time for this body is over.</exception>
    SanitizedBody Sanitize(string body, CancellationToken cancellationToken);
}
