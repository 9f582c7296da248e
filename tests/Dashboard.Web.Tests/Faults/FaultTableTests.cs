using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Dashboard.Web.Tests.Faults;

public sealed partial class FaultTableTests
{
    [Fact]
    public void Every_fault_has_a_cell_for_every_operation()
    {
        Assert.Equal(Enumerable.Range(1, 35).Select(number => $"F{number}"), FaultTable.Rows.Select(row => row.Fault));
        Assert.All(FaultTable.Rows, row => Assert.Equal(4, row.Cells.Length));
    }

    [Fact]
    public void Every_test_that_a_cell_names_is_there()
    {
        var here = typeof(FaultTableTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(), (type, method) => (Name: $"{type.Name}.{method.Name}", IsTest: method.GetCustomAttributes(inherit: true).OfType<FactAttribute>().Any()))
            .Where(method => method.IsTest).Select(method => method.Name).ToHashSet();
        var named = FaultTable.Rows.SelectMany(row => row.Cells).Where(cell => !cell.StartsWith("none: ", StringComparison.Ordinal)).SelectMany(cell => cell.Split(FaultTable.And)).Distinct();

        // Those of other test projects are no part of this one: their source tells.
        Assert.All(named, name => Assert.True(here.Contains(name) || IsInSource(name), $"There is no test {name}."));
    }

    /// <summary>What the rooms go through with is what their cells point at, no less and no more.</summary>
    [Fact]
    public void Every_fault_that_the_rooms_go_through_is_named_by_its_cell()
    {
        Assert.Equal(Pointing(0, FaultTable.List), QuestionFaultTests.Lists.Select(row => row.Data.Item1).Distinct());
        Assert.Equal(Pointing(1, FaultTable.Detail), QuestionFaultTests.Details.Select(row => row.Data.Item1).Distinct());
        Assert.Equal(Pointing(2, FaultTable.Mark), ChangeFaultTests.Marks.Select(row => row.Data.Item1).Distinct());
        Assert.Equal(Pointing(3, FaultTable.Delete), ChangeFaultTests.Deletes.Select(row => row.Data.Item1).Distinct());
        Assert.Equal(Pointing(0, FaultTable.OddRow), OddAnswerTests.Rows.Select(row => row.Data.Item1).Distinct());
        Assert.Equal(Pointing(0, FaultTable.OddList), OddAnswerTests.Unreadable.Select(row => row.Data.Item1).Distinct());
        Assert.Equal(Pointing(1, FaultTable.OddDetail), OddAnswerTests.Details.Select(row => row.Data.Item1).Distinct());
    }

    [Fact]
    public void Every_fault_that_points_at_the_proxys_matrix_is_tried_there()
    {
        var tried = ProxyFaultTests.Faults.Select(row => row.Data.Item1).ToHashSet();
        var pointing = FaultTable.Rows.Where(row => row.Cells.Any(cell => cell.Contains($"{nameof(ProxyFaultTests)}.", StringComparison.Ordinal))).Select(row => row.Fault);

        Assert.Subset(tried, pointing.ToHashSet());
    }

    private static IEnumerable<string> Pointing(int operation, string test) =>
        FaultTable.Rows.Where(row => row.Cells[operation].Split(FaultTable.And).Contains(test)).Select(row => row.Fault);

    private static bool IsInSource(string name, [CallerFilePath] string path = "")
    {
        var (type, method) = (name.Split('.')[0], name.Split('.')[1]);
        var tests = Path.GetFullPath("../..", Path.GetDirectoryName(path)!);
        return Directory.EnumerateFiles(tests, $"{type}.cs", SearchOption.AllDirectories)
            .Any(file => Test().Matches(File.ReadAllText(file)).Any(test => test.Groups[1].Value == method));
    }

    [GeneratedRegex(@"\[(?:Fact|Theory)\b[\s\S]*?public (?:async )?(?:Task|void) (\w+)\(")]
    private static partial Regex Test();
}
