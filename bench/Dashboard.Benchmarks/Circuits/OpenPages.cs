using Dashboard.Testing;

namespace Dashboard.Benchmarks.Circuits;

/// <summary>A number of inbox pages, open at the same time.</summary>
internal sealed class OpenPages : IAsyncDisposable
{
    private readonly Site _site;
    private readonly List<HeadlessPage> _pages = [];
    private readonly long _memoryBefore;
    private readonly long _wireBefore;

    private OpenPages(Site site, long memoryBefore) => (_site, _memoryBefore, _wireBefore) = (site, memoryBefore, site.Wire.Down);

    /// <summary>Received by one page until its rows are there, over the WebSocket, before compression.</summary>
    public double PlainBytesEach { get; private set; }

    /// <summary>Received by one page until its rows are there, on the wire: the document, the negotiation and the WebSocket, no assets.</summary>
    public double WireBytesEach { get; private set; }

    /// <summary>Opens pages one after the other.</summary>
    /// <param name="site">Where.</param>
    /// <param name="people">Whose, in turn; each has a page open elsewhere, so that an inbox is in memory before.</param>
    /// <param name="count">How many.</param>
    public static async Task<OpenPages> OpenAsync(Site site, IReadOnlyList<Browser> people, int count)
    {
        var open = new OpenPages(site, await site.ManagedBytesAsync());
        try
        {
            for (var page = 0; page < count; page++)
                open._pages.Add(await site.OpenAsync(people[page % people.Count]));
            open.PlainBytesEach = open._pages.Average(page => page.Received);
            open.WireBytesEach = (double)(site.Wire.Down - open._wireBefore) / count;
            return open;
        }
        catch
        {
            await open.DisposeAsync();
            throw;
        }
    }

    /// <summary>Every page jumps so often, one jump after the other; all pages at the same time.</summary>
    public async Task<JumpCost> JumpAsync(int jumpsEach)
    {
        var jumps = (double)jumpsEach * _pages.Count;
        var (plain, wire, sent, processor) = (_pages.Sum(page => page.Received), _site.Wire.Down, _pages.Sum(page => page.Sent), _site.ProcessorTime);
        await Task.WhenAll(_pages.Select(async (page, seed) =>
        {
            foreach (var place in ListWindow.Places(page.Total, seed).Take(jumpsEach))
                await page.JumpAsync(place);
        }));
        return new JumpCost(
            (_pages.Sum(page => page.Received) - plain) / jumps,
            (_site.Wire.Down - wire) / jumps,
            (_pages.Sum(page => page.Sent) - sent) / jumps,
            (_site.ProcessorTime - processor).TotalMilliseconds / jumps);
    }

    /// <summary>Managed bytes that the server holds for one of the pages, beside what it held before any was open.</summary>
    public async Task<double> ManagedBytesEachAsync() => (double)(await _site.ManagedBytesAsync() - _memoryBefore) / _pages.Count;

    public async ValueTask DisposeAsync()
    {
        foreach (var page in _pages)
            await page.DisposeAsync();
    }
}
