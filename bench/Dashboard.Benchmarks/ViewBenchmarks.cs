using BenchmarkDotNet.Attributes;
using Dashboard.Benchmarks.Data;
using Dashboard.Web.Inbox;

namespace Dashboard.Benchmarks;

/// <summary>Sorting and grouping an inbox that nobody has looked at yet, at three sizes.</summary>
[MemoryDiagnoser]
public class ViewBenchmarks
{
    private SyntheticInbox _inbox = null!;

    [Params(10_000, 100_000, 1_000_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Prepare() => _inbox = new SyntheticInbox(Rows, subjects: 1_000);

    [Benchmark]
    [Arguments("-created")]
    [Arguments("read")]
    [Arguments("subject")]
    [Arguments("type,-created")]
    [Arguments("id")]
    public IInboxView Sort(string by) => _inbox.Fresh().View(by);

    [Benchmark]
    [Arguments("failure")]
    [Arguments("scenario")]
    [Arguments("zone")]
    [Arguments("type")]
    [Arguments("day")]
    public IInboxView Group(string by) => _inbox.Fresh().View("-created", by);
}
