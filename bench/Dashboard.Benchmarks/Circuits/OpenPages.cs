using Dashboard.Testing;
using Dashboard.Testing.Circuits;

namespace Dashboard.Benchmarks.Circuits;

/// <summary>A number of inbox pages, open at the same time.</summary>
internal sealed class OpenPages : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Site _site;
    private readonly List<HeadlessPage> _pages = [];

    private OpenPages(Site site) => _site = site;

    /// <summary>Received by one page until its rows are there, over the WebSocket, before compression.</summary>
    public double PlainBytesEach { get; private set; }

    /// <summary>Received by one page until its rows are there, on the wire: the document, the negotiation and the WebSocket, no assets.</summary>
    public double WireBytesEach { get; private set; }

    /// <summary>Opens pages one after the other.</summary>
    /// <param name="site">Where.</param>
    /// <param name="people">Whose, in turn; each has a page open elsewhere, so that an inbox is in memory before.</param>
    /// <param name="count">How many.</param>
    /// <param name="grouping">What the rows are folded together by, if at all.</param>
    public static async Task<OpenPages> OpenAsync(Site site, IReadOnlyList<Browser> people, int count, string? grouping = null)
    {
        var open = new OpenPages(site);
        var wire = site.Wire.Down;
        try
        {
            for (var page = 0; page < count; page++)
                open._pages.Add(await site.OpenAsync(people[page % people.Count], grouping));
            open.PlainBytesEach = open._pages.Average(page => page.Received);
            open.WireBytesEach = (double)(site.Wire.Down - wire) / count;
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
        var (plain, wire, processor) = (_pages.Sum(page => page.Received), _site.Wire.Down, _site.ProcessorTime);
        var sent = await Task.WhenAll(_pages.Select((page, seed) => JumpAsync(page, seed, jumpsEach)));
        var jumps = (double)jumpsEach * _pages.Count;
        return new JumpCost(
            (_pages.Sum(page => page.Received) - plain) / jumps,
            (_site.Wire.Down - wire) / jumps,
            Middle.Of([.. sent.SelectMany(messages => messages)]),
            (_site.ProcessorTime - processor).TotalMilliseconds / jumps);
    }

    /// <summary>Closes them; a server that does not answer holds nobody up for good.</summary>
    public async ValueTask DisposeAsync() => await CloseAsync().WaitAsync(Patience);

    private async Task CloseAsync()
    {
        foreach (var page in _pages)
            await page.DisposeAsync();
    }

    private static async Task<List<double>> JumpAsync(HeadlessPage page, int seed, int jumps)
    {
        var messages = new List<double>();
        foreach (var place in ListWindow.Places(page.Total, seed).Take(jumps))
        {
            var before = page.Sent;
            await page.JumpAsync(place);
            messages.Add(page.Sent - before);
        }

        return messages;
    }
}
