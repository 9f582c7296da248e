using System.Globalization;
using Dashboard.Sandbox.Api;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Sandbox.Faults;

/// <summary>A failure to come, from <c>Sandbox:Faults</c> or <c>POST /sandbox/faults</c>.</summary>
public sealed record Fault
{
    /// <summary>The operation that fails.</summary>
    public ApiOperation Operation { get; init; } = ApiOperation.Any;

    /// <summary>What goes wrong.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>The zone it happens in, by the <c>imtZoneId</c> asked for; null for every call.</summary>
    public int? ZoneId { get; init; }

    /// <summary>How many calls it lets pass before the first that it hits.</summary>
    public int Skip { get; init; }

    /// <summary>How many calls it hits; null until it is cleared.</summary>
    public int? Times { get; init; }

    /// <summary>For <see cref="FaultKind.Delay"/>, and between two bytes of a <see cref="FaultKind.Drip"/>: 0 to 600,000. A delay is over as soon as the faults are cleared.</summary>
    public int DelayMilliseconds { get; init; }

    /// <summary>For <see cref="FaultKind.Throttle"/> and <see cref="FaultKind.Status"/>: sent as <c>Retry-After</c>, in seconds; null sends no such header.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>The same header as it stands, in place of the seconds: a date, or what nobody can read.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>For <see cref="FaultKind.Status"/>: 400 to 599, 503 if left out. For <see cref="FaultKind.Answer"/>: 200 to 599, the operation's own if left out.</summary>
    public int? Status { get; init; }

    /// <summary>For <see cref="FaultKind.Answer"/>: the content type; null for JSON's.</summary>
    public string? ContentType { get; init; }

    /// <summary>For <see cref="FaultKind.Answer"/>: the body as it stands; null for the operation's own, which there is only where it is carried out first.</summary>
    public string? Body { get; init; }

    /// <summary>For <see cref="FaultKind.Swell"/>: how many megabytes of blanks follow the body, 1 to 1024.</summary>
    public int Megabytes { get; init; } = 32;

    /// <summary>For <see cref="FaultKind.Drop"/>, <see cref="FaultKind.Delay"/> and <see cref="FaultKind.Answer"/>.</summary>
    public FaultMoment When { get; init; }

    /// <summary>For <see cref="FaultKind.PartialDelete"/>: how many of the ids asked are left, counted from the last.</summary>
    public int Refuse { get; init; }

    /// <summary>For <see cref="FaultKind.PartialDelete"/>: ids that are left.</summary>
    public IReadOnlyList<string> RefuseIds { get; init; } = [];

    /// <summary>Ends with the fault, for the call that it hits.</summary>
    internal Task Cleared { get; init; } = Task.CompletedTask;

    /// <summary>The ids that a delete of <paramref name="asked"/> leaves.</summary>
    internal IEnumerable<string> Spares(IReadOnlyList<string> asked) => asked.TakeLast(Refuse).Concat(RefuseIds);

    /// <summary>What is sent in place of an answer.</summary>
    internal ApiAnswer Instead(ApiAnswer own) => own with { Status = Status ?? own.Status, Text = Body, ContentType = ContentType };

    /// <summary>The error answer with the wait that goes with it.</summary>
    internal ApiAnswer Waiting(ApiAnswer error) => error with { RetryAfter = RetryAfter ?? RetryAfterSeconds?.ToString(CultureInfo.InvariantCulture) };

    /// <summary>What is wrong with the values, each beginning with the name of the value.</summary>
    internal IEnumerable<string> Problems()
    {
        if (!Enum.IsDefined(Operation) || Operation == ApiOperation.Unknown)
            yield return $"{nameof(Operation)} names no operation.";
        if (!Enum.IsDefined(Kind))
            yield return $"{nameof(Kind)} names no kind of fault.";
        if (Skip < 0)
            yield return $"{nameof(Skip)} must not be negative.";
        if (Times is < 1)
            yield return $"{nameof(Times)} must be 1 or more, or be left out.";
        if (DelayMilliseconds is < 0 or > 600_000)
            yield return $"{nameof(DelayMilliseconds)} must lie between 0 and 600000.";
        if (RetryAfterSeconds is < 0)
            yield return $"{nameof(RetryAfterSeconds)} must not be negative.";
        if (RetryAfter is not null && (RetryAfterSeconds is not null || !IsPrintable(RetryAfter)))
            yield return $"{nameof(RetryAfter)} must be printable ASCII, and stand without {nameof(RetryAfterSeconds)}.";
        var least = Kind == FaultKind.Answer ? 200 : 400;
        if (Status < least || Status > 599)
            yield return $"{nameof(Status)} must lie between {least} and 599.";
        if (ContentType is not null && (!IsPrintable(ContentType) || !MediaTypeHeaderValue.TryParse(ContentType, out _)))
            yield return $"{nameof(ContentType)} names no media type.";
        if (Kind == FaultKind.Answer && Body is null && When == FaultMoment.Before)
            yield return $"{nameof(Body)} must be there, unless the operation is carried out first.";
        if (Kind == FaultKind.Answer && Status is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified && Body is not "")
            yield return $"{nameof(Body)} must be empty with this {nameof(Status)}.";
        if (Megabytes is < 1 or > 1024)
            yield return $"{nameof(Megabytes)} must lie between 1 and 1024.";
        if (Refuse < 0)
            yield return $"{nameof(Refuse)} must not be negative.";
    }

    private static bool IsPrintable(string header) => header.All(character => character is >= ' ' and <= '~');
}
