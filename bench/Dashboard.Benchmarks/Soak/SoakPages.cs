using Dashboard.Testing;
using Dashboard.Testing.Circuits;

namespace Dashboard.Benchmarks.Soak;

/// <summary>Pages that scroll about in their lists, every few seconds, for as long as it takes.</summary>
internal sealed class SoakPages : IAsyncDisposable
{
    private readonly List<HeadlessPage> _pages = [];
    private readonly List<string> _lost = [];

    /// <summary>Pages whose line the server gave up, or which did not show what they were asked for, each with its reason.</summary>
    public IReadOnlyList<string> Lost
    {
        get
        {
            lock (_lost)
                return [.. _lost];
        }
    }

    public static async Task<SoakPages> OpenAsync(SoakSite site, IReadOnlyList<Browser> people, int count)
    {
        var open = new SoakPages();
        for (var page = 0; page < count; page++)
        {
            open._pages.Add(await HeadlessPage.OpenAsync(people[page % people.Count], site.Address));
            await open._pages[page].WaitForSomeRowsAsync();
        }

        return open;
    }

    public Task ScrollAsync(CancellationToken cancellationToken) => Task.WhenAll(_pages.Select((page, seed) => ScrollAsync(page, new Random(seed), cancellationToken)));

    public async ValueTask DisposeAsync()
    {
        foreach (var page in _pages)
            await page.DisposeAsync();
    }

    private async Task ScrollAsync(HeadlessPage page, Random random, CancellationToken cancellationToken)
    {
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                // Rows are deleted meanwhile: the end of the list may be gone by the time it is asked for.
                await page.JumpAsync(random.Next(page.Total / 2));
                await Task.WhenAny(Task.Delay(TimeSpan.FromSeconds(1 + (4 * random.NextDouble())), cancellationToken));
            }
        }
        catch (Exception broken) when (broken is InvalidOperationException or TimeoutException)
        {
            lock (_lost)
                _lost.Add(broken.Message);
        }
    }
}
