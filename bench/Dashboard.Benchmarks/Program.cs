using BenchmarkDotNet.Running;
using Dashboard.Benchmarks.Budgets;

return args is ["budgets", ..] ? BudgetReport.Print(Console.Out) : Run(args);

static int Run(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(BudgetReport).Assembly).Run(args);
    return 0;
}
