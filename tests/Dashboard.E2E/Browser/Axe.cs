using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Dashboard.E2E.Browser;

/// <summary>What axe finds on a page as it stands.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>The serious and the critical ones, in words.</summary>
    /// <remarks>axe is run on the page itself: its own binding gathers the findings on a second page, which takes as long again.</remarks>
    public static async Task<IReadOnlyList<string>> GraveViolationsAsync(this IPage page, string state, CancellationToken cancellationToken)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Script);
        // A message's frame runs no script, axe included: it would wait for the frame for good.
        var result = await page.EvaluateAsync<JsonElement>(
            "async () => (await axe.run({ exclude: ['iframe.message-frame'] }, { resultTypes: ['violations'], iframes: false })).violations").WaitAsync(TimeSpan.FromMinutes(1), cancellationToken);
        return
        [
            .. from violation in result.EnumerateArray()
               where violation.GetProperty("impact").GetString() is "serious" or "critical"
               from node in violation.GetProperty("nodes").EnumerateArray()
               let why = node.GetProperty("any").EnumerateArray().Select(check => check.GetProperty("message").GetString())
               select $"{state}: {violation.GetProperty("id").GetString()}: {node.GetProperty("html").GetString()} {string.Join("; ", why)}",
        ];
    }
}
