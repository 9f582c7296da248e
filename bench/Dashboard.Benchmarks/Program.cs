using BenchmarkDotNet.Running;
using Dashboard.Benchmarks.Budgets;
using Dashboard.Benchmarks.Circuits;

return args switch
{
    ["budgets", .. var words] => BudgetReport.Print(Console.Out, words),
    ["circuits", ..] => await CircuitReport.PrintAsync(Console.Out),
    _ => Run(args),
};

static int Run(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(BudgetReport).Assembly).Run(args);
    return 0;
}
