using System.Globalization;
using Dashboard.Benchmarks.Circuits;
using Dashboard.Testing.Crash;

namespace Dashboard.Benchmarks.Soak;

/// <summary>Open pages and people at work for a long time while Make fails again and again: what is held at the end, and what was lost.</summary>
internal static class SoakReport
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromMinutes(1);

    /// <summary>How much more may be held at the end than at the start.</summary>
    private const double MostGrowth = 0.10;

    /// <returns>0 where memory stayed flat and nothing was lost, else 1: the process's exit code.</returns>
    public static async Task<int> PrintAsync(TextWriter output, string[] arguments)
    {
        var minutes = Number("--minutes", arguments) ?? 30;
        var circuits = Number("--circuits", arguments) ?? 50;
        var seed = Number("--seed", arguments) ?? Random.Shared.Next();
        output.WriteLine($"{minutes} minutes, {circuits} circuits, seed {seed}");
        using var app = await PublishedApp.PublishAsync();
        await using var site = await SoakSite.StartAsync(app, circuits);
        var people = new List<SoakPerson>();
        for (var number = 0; number < Person.All.Count; number++)
            people.Add(await SoakPerson.WelcomeAsync(site, number));
        await using var pages = await SoakPages.OpenAsync(site, [.. people.Select(person => person.Browser)], circuits);

        using var stop = new CancellationTokenSource();
        var faults = SoakFaults.PlantAsync(site.Sandbox, new Random(seed), stop.Token);
        var work = Task.WhenAll([pages.ScrollAsync(stop.Token), .. people.Select(person => person.WorkAsync(stop.Token))]);
        await Task.Delay(WarmUp);
        var before = await site.ManagedBytesAsync();
        await Task.Delay(TimeSpan.FromMinutes(minutes) - WarmUp);
        var after = await site.ManagedBytesAsync();
        await stop.CancelAsync();
        await work;
        var planted = await faults;
        var receipts = await Task.WhenAll(people.Select(person => person.ReceiptAsync()));

        var verdict = DeletionAudit.Of(
            people.SelectMany(person => person.Accepted).ToHashSet(),
            new DeletionReceipt(false, receipts.SelectMany(receipt => receipt.Changed).ToHashSet(), receipts.SelectMany(receipt => receipt.Kept).ToHashSet()),
            site.Sandbox.Log,
            SoakSite.ChangeTimeout);
        var growth = (double)(after - before) / before;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory held: {before / 1e6:0.0} MB after a minute, {after / 1e6:0.0} MB at the end ({growth:+0.0%;-0.0%})"));
        output.WriteLine($"faults planted: {planted}, requests the sandbox answered: {site.Sandbox.Log.Count}");
        output.WriteLine($"deletions accepted: {people.Sum(person => person.Deletions)}, {verdict}");
        output.WriteLine($"circuits lost: {pages.Lost.Count}");
        output.WriteLine($"errors logged: {site.Troubles.Count}");
        foreach (var words in pages.Lost.Concat(site.Troubles).Concat(verdict.Lost).Concat(verdict.Doubled).Concat(verdict.Misreported).Take(40))
            output.WriteLine($"  {words}");
        return growth <= MostGrowth && verdict.IsGood && pages.Lost.Count == 0 && site.Troubles.Count == 0 ? 0 : 1;
    }

    private static int? Number(string name, string[] arguments) =>
        Array.IndexOf(arguments, name) is >= 0 and var place && place + 1 < arguments.Length ? int.Parse(arguments[place + 1], CultureInfo.InvariantCulture) : null;
}
