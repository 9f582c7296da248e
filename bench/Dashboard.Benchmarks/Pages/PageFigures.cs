using Dashboard.Benchmarks.Circuits;
using Dashboard.Testing;
using Dashboard.Testing.Circuits;

namespace Dashboard.Benchmarks.Pages;

/// <summary>What the inbox page was measured to cost, with inboxes of one size.</summary>
/// <param name="FirstVisitBytes">Received on a first visit, until rows are there.</param>
/// <param name="Jump">A scroll jump.</param>
/// <param name="GroupJump">A scroll jump where the list is grouped by failure.</param>
/// <param name="PageBytes">Managed bytes for one more page of a person who has one open, after ten jumps.</param>
/// <param name="PageBytesOfPeople">The same, where the pages are three people's.</param>
internal sealed record PageFigures(double FirstVisitBytes, JumpCost Jump, JumpCost GroupJump, double PageBytes, double PageBytesOfPeople)
{
    private const int Pages = 21;
    private const int JumpsEach = 10;
    private const int WarmUpJumpsEach = 100;
    private const int MeasuredJumps = 300;
    private const int Rounds = 3;
    private const string Failure = "failure";

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

            // Pages that watched the rows come may hold an earlier view of them, which those to be measured would not share.
            foreach (var browser in people)
                first.Add(await site.OpenAsync(browser));
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
        // As many as will be measured, and they stay: what all pages share is not counted, nor the room that so many connections take.
        await using var others = await OpenPages.OpenAsync(site, people, Pages);
        await others.JumpAsync(WarmUpJumpsEach);
        var jump = await JumpCostAsync(site, people[0]);
        var (ofOne, ofPeople) = (await PageBytesAsync(site, [people[0]]), await PageBytesAsync(site, people));
        // Last: from then on a visit without a query comes back to the groups.
        return new PageFigures(visit, jump, await JumpCostAsync(site, people[0], Failure), ofOne, ofPeople);
    }

    /// <summary>Of several rounds the one that took the least processor time: the server still compiles what runs often during the others.</summary>
    private static async Task<JumpCost> JumpCostAsync(Site site, Browser person, string? grouping = null)
    {
        await using var page = await OpenPages.OpenAsync(site, [person], 1, grouping);
        var rounds = new List<JumpCost>();
        while (rounds.Count < Rounds)
            rounds.Add(await page.JumpAsync(MeasuredJumps));
        return rounds.MinBy(round => round.ProcessorMilliseconds)!;
    }

    /// <summary>
    /// Open against closed, before and after, several times: the median is not moved by what the server lets go of meanwhile, such as buffers from
    /// loading the rows, which its pools give up after a minute.
    /// </summary>
    private static async Task<double> PageBytesAsync(Site site, IReadOnlyList<Browser> people)
    {
        var differences = new List<double>();
        var closed = await site.ManagedBytesAsync();
        for (var round = 0; round < Rounds; round++)
        {
            long open;
            await using (var pages = await OpenPages.OpenAsync(site, people, Pages))
            {
                await pages.JumpAsync(JumpsEach);
                open = await site.ManagedBytesAsync();
            }

            differences.Add(open - closed);
            closed = await site.ManagedBytesAsync();
            differences.Add(open - closed);
        }

        return Middle.Of(differences) / Pages;
    }
}
