using BenchmarkDotNet.Running;
using Dashboard.Benchmarks.Budgets;
using Dashboard.Benchmarks.Circuits;
using Dashboard.Benchmarks.Crash;
using Dashboard.Benchmarks.Pages;
using Dashboard.Benchmarks.Soak;

return args switch
{
    ["budgets", .. var words] => BudgetReport.Print(Console.Out, words),
    ["circuits", ..] => await CircuitReport.PrintAsync(Console.Out),
    ["deletion", ..] => await DeletionReport.PrintAsync(Console.Out),
    ["crash", ..] => await CrashReport.PrintAsync(Console.Out, args),
    ["soak", ..] => await SoakReport.PrintAsync(Console.Out, args),
    _ => Run(args),
};

static int Run(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(BudgetReport).Assembly).Run(args);
    return 0;
}
