using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Dashboard.Benchmarks.Circuits;
using Dashboard.Testing;
using Dashboard.Testing.Circuits;

namespace Dashboard.Benchmarks.Pages;

/// <summary>
/// Everything a browser fetches that is signed in and has never seen the inbox: the document, what it links, the circuit until its rows are there,
/// the modules that it imports and those they import. Compressed as Chromium asks for it.
/// </summary>
internal sealed partial class FirstVisit
{
    // Asked for by blazor.web.js.
    private const string Initializers = "/_blazor/initializers";

    private readonly Browser _browser;
    private readonly Uri _home;
    private readonly HashSet<Uri> _fetched = [];
    private Dictionary<string, string> _imports = [];

    private FirstVisit(Browser browser, Uri home) => (_browser, _home) = (browser, home);

    /// <summary>Bytes received on the wire: headers, bodies and WebSocket frames.</summary>
    public static async Task<double> ReceivedBytesAsync(Site site, Browser browser)
    {
        var before = site.Wire.Down;
        var visit = new FirstVisit(browser, site.Wire.Address);
        var source = await visit.FetchAsync(site.Wire.Address);
        var document = new HtmlParser().ParseDocument(source);
        visit.ReadImportMap(document);
        foreach (var address in document.QuerySelectorAll("link[href]").Select(link => link.GetAttribute("href")!)
            .Concat(document.QuerySelectorAll("script[src]").Select(script => script.GetAttribute("src")!))
            .Append(Initializers))
            await visit.FetchOnceAsync(new Uri(site.Wire.Address, address));

        await using var page = await HeadlessPage.OpenAsync(browser, site.Wire.Address, source);
        await page.WaitForRowsAsync(site.Notifications);
        // What stands beside the list may still be coming.
        for (var known = 0; page.Modules.Count > known; known++)
            await visit.ImportAsync(new Uri(site.Wire.Address, page.Modules[known]));
        return site.Wire.Down - before;
    }

    private void ReadImportMap(IDocument document)
    {
        if (document.QuerySelector("script[type=importmap]")?.TextContent is { } map && JsonDocument.Parse(map).RootElement.TryGetProperty("imports", out var imports))
            _imports = imports.Deserialize<Dictionary<string, string>>()!.ToDictionary(import => new Uri(_home, import.Key).AbsolutePath, import => import.Value);
    }

    private async Task ImportAsync(Uri module)
    {
        var address = _imports.TryGetValue(module.AbsolutePath, out var mapped) ? new Uri(_home, mapped) : module;
        if (await FetchOnceAsync(address) is not { } source)
            return;
        foreach (Match import in Import().Matches(source))
            await ImportAsync(new Uri(address, import.Groups[1].Value));
    }

    private async Task<string?> FetchOnceAsync(Uri address) => _fetched.Add(address) ? await FetchAsync(address) : null;

    private async Task<string> FetchAsync(Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br, zstd");
        using var answer = await _browser.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync();
        await using var plain = answer.Content.Headers.ContentEncoding.LastOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    [GeneratedRegex("""^import\s[^"']*["']([^"']+)["']""", RegexOptions.Multiline)]
    private static partial Regex Import();
}
