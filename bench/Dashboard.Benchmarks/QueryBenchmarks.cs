using BenchmarkDotNet.Attributes;
using Dashboard.Benchmarks.Data;
using Dashboard.Web.Inbox.Query;

namespace Dashboard.Benchmarks;

/// <summary>Finding rows by a query, at three sizes.</summary>
[MemoryDiagnoser]
public class QueryBenchmarks
{
    private SyntheticInbox _rows = null!;
    private Condition _condition = null!;

    [Params(10_000, 100_000, 1_000_000)]
    public int Rows { get; set; }

    [Params("timeout", "is:unread", "created:>=2026-11-01", "timeout OR is:unread OR -type:1")]
    public string Query { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        _rows = new SyntheticInbox(Rows, subjects: 1_000);
        _condition = QueryText.TryParse(Query, out var condition, out var error) ? condition : throw new ArgumentException(error.ToString());
    }

    [Benchmark]
    public int Find() => RowBits.Count(_rows.Find(_condition, new SubjectMatches(TimeProvider.System)));
}
