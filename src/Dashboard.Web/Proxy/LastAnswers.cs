using System.Collections.Concurrent;
using Dashboard.Client;

namespace Dashboard.Web.Proxy;

/// <summary>When each connection was last answered by Make, and what it last failed with, since this process started.</summary>
internal sealed class LastAnswers(TimeProvider time)
{
    private readonly ConcurrentDictionary<Guid, LastAnswer> _answers = [];

    public LastAnswer Of(Guid connection) => _answers.GetValueOrDefault(connection, LastAnswer.None);

    /// <param name="connection">Who asked.</param>
    /// <param name="failure">Why there was no result; <see langword="null"/> where there was one.</param>
    public void Note(Guid connection, MakeFailure? failure)
    {
        var now = time.GetUtcNow();
        LastAnswer After(LastAnswer last) => failure is null ? last with { SucceededAt = now } : last with { FailedAt = now, Problem = failure.Message };
        _answers.AddOrUpdate(connection, _ => After(LastAnswer.None), (_, last) => After(last));
    }
}
