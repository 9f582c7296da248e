using BenchmarkDotNet.Attributes;
using Dashboard.Benchmarks.Data;
using Dashboard.Web.Inbox;

namespace Dashboard.Benchmarks;

/// <summary>Reading all rows of an inbox from Make's bytes, at three sizes.</summary>
[MemoryDiagnoser]
public class IngestBenchmarks
{
    private SyntheticMake _make = null!;

    [Params(10_000, 100_000, 1_000_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Prepare() => _make = new SyntheticMake(Rows);

    [Benchmark]
    public InboxSnapshot Ingest() => _make.Ingest();
}
