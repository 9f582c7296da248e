namespace Dashboard.Web.Reading;

/// <summary>
/// The first wall before a notification's body. The second, the frame it is shown in, must hold without it: a test host proves that
/// by putting one here that changes nothing.
/// </summary>
public interface IBodySanitizer
{
    /// <summary>Makes a body safe to show. Takes processor time, so never on a circuit's thread: ask <see cref="ReadingRoom"/>.</summary>
    /// <param name="body">The body as Make sent it.</param>
    /// <param name="makeHosts">The viewer's own Make hosts, as <see cref="ReadingRoom.ReadAsync"/> takes them: links elsewhere are noted.</param>
    /// <param name="cancellationToken">The time for this body is over.</param>
    /// <exception cref="OperationCanceledException">The time for this body is over.</exception>
    SanitizedBody Sanitize(string body, IReadOnlySet<string> makeHosts, CancellationToken cancellationToken);
}
