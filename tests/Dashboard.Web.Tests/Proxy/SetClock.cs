namespace Dashboard.Web.Tests.Proxy;

/// <summary>A computer's clock that somebody puts right while time goes on.</summary>
internal sealed class SetClock : TimeProvider
{
    public TimeSpan Passed { get; set; }

    public DateTimeOffset Shown { get; set; } = DateTimeOffset.UnixEpoch.AddYears(56);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Shown;

    public override long GetTimestamp() => Passed.Ticks;
}
