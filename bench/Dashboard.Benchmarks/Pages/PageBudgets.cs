using System.Globalization;
using Dashboard.Benchmarks.Budgets;
using Dashboard.Benchmarks.Circuits;

namespace Dashboard.Benchmarks.Pages;

/// <summary>What the inbox page may cost the wire and the server: the same at 10,000 and at 1,000,000 rows. A kilobyte is 1,000 bytes.</summary>
internal static class PageBudgets
{
    private static readonly int[] Sizes = [10_000, 1_000_000];

    private static readonly (string Name, string Unit, double Limit, Func<PageFigures, double> Figure)[] Limits =
    [
        ("first visit, received", "KB", 200, figures => figures.FirstVisitBytes / 1_000),
        .. OfJump("scroll jump", figures => figures.Jump),
        .. OfJump("scroll jump over groups", figures => figures.GroupJump),
        ("open page, one person's, managed memory", "KB", 450, figures => figures.PageBytes / 1_000),
        ("open page, three people's, managed memory", "KB", 450, figures => figures.PageBytesOfPeople / 1_000),
    ];

    public static IEnumerable<Budget> All()
    {
        var measured = new Lazy<PageFigures[]>(() => MeasureAsync().GetAwaiter().GetResult());
        foreach (var (place, rows) in Sizes.Index())
        {
            foreach (var (name, unit, limit, figure) in Limits)
                yield return new Budget(Title(name, rows), unit, limit, () => figure(measured.Value[place]));
            yield return new Budget(Title("scroll jump, server", rows), "ms", 2, () => measured.Value[place].Jump.ProcessorMilliseconds);
            yield return new Budget(Title("scroll jump over groups, server", rows), "ms", 2, () => measured.Value[place].GroupJump.ProcessorMilliseconds);
        }

        // Bytes and counts only: processor time is never the same twice.
        foreach (var (name, _, _, figure) in Limits)
            yield return new Budget($"{name}, difference between 10,000 and 1,000,000 rows", "%", 10, () => Difference([.. measured.Value.Select(figure)]));
    }

    private static (string Name, string Unit, double Limit, Func<PageFigures, double> Figure)[] OfJump(string name, Func<PageFigures, JumpCost> jump) =>
    [
        ($"{name}, wire", "KB", 3, figures => jump(figures).WireBytes / 1_000),
        ($"{name}, plain", "KB", 25, figures => jump(figures).PlainBytes / 1_000),
        ($"{name}, sent", "messages", 2, figures => jump(figures).Messages),
    ];

    private static string Title(string name, int rows) => string.Create(CultureInfo.InvariantCulture, $"{name}, {rows:N0} rows");

    private static double Difference(double[] values) => 100 * (values.Max() - values.Min()) / values.Min();

    private static async Task<PageFigures[]> MeasureAsync()
    {
        using var app = await PublishedApp.PublishAsync();
        var figures = new List<PageFigures>();
        foreach (var rows in Sizes)
            figures.Add(await PageFigures.MeasureAsync(app, rows));
        return [.. figures];
    }
}
