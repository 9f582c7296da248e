using Dashboard.Benchmarks.Circuits;
using Dashboard.Testing;

namespace Dashboard.Benchmarks.Pages;

/// <summary>What the inbox page was measured to cost, with inboxes of one size.</summary>
/// <param name="FirstVisitBytes">Received on a first visit, until rows are there.</param>
/// <param name="Jump">A scroll jump.</param>
/// <param name="PageBytes">Managed bytes for one more page of a person who has one open.</param>
/// <param name="PageBytesAfterJumps">The same, after ten jumps on each.</param>
/// <param name="PageBytesOfPeople">Managed bytes for one more page, where the pages are three people's, after ten jumps on each.</param>
internal sealed record PageFigures(double FirstVisitBytes, JumpCost Jump, double PageBytes, double PageBytesAfterJumps, double PageBytesOfPeople)
{
    private const int Pages = 21;
    private const int JumpsEach = 10;
    private const int WarmUpJumps = 1_050;
    private const int MeasuredJumps = 500;

    public static async Task<PageFigures> MeasureAsync(PublishedApp app, int rows)
    {
        await using var site = await Site.StartAsync(app, rows);
        var people = new List<Browser>();
        var first = new List<HeadlessPage>();
        try
        {
            foreach (var person in Person.All)
            {
                people.Add(await site.WelcomeAsync(person));
                first.Add(await site.OpenAsync(people[^1]));
            }

            return await MeasureAsync(site, people);
        }
        finally
        {
            foreach (var page in first)
                await page.DisposeAsync();
            foreach (var browser in people)
                browser.Dispose();
        }
    }

    private static async Task<PageFigures> MeasureAsync(Site site, List<Browser> people)
    {
        var visit = await FirstVisit.ReceivedBytesAsync(site, people[0]);
        // As many as will be measured: the server keeps its pools of buffers when pages close.
        await using (var warm = await OpenPages.OpenAsync(site, people, Pages))
            await warm.JumpAsync(WarmUpJumps / Pages);

        JumpCost jump;
        await using (var one = await OpenPages.OpenAsync(site, [people[0]], 1))
            jump = await one.JumpAsync(MeasuredJumps);

        double opened, jumped;
        await using (var own = await OpenPages.OpenAsync(site, [people[0]], Pages))
        {
            opened = await own.ManagedBytesEachAsync();
            await own.JumpAsync(JumpsEach);
            jumped = await own.ManagedBytesEachAsync();
        }

        await using var mixed = await OpenPages.OpenAsync(site, people, Pages);
        await mixed.JumpAsync(JumpsEach);
        return new PageFigures(visit, jump, opened, jumped, await mixed.ManagedBytesEachAsync());
    }
}
