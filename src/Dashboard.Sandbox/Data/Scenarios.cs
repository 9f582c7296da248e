using Bogus;

namespace Dashboard.Sandbox.Data;

/// <summary>An organization's scenarios: names as teams give them, the same for the same seed.</summary>
internal static class Scenarios
{
    /// <summary>How many scenarios a company has over all its zones.</summary>
    public const int PerCompany = 1000;

    private static readonly string[] Apps =
        ["Shopify", "HubSpot", "Airtable", "Google Sheets", "Slack", "NetSuite", "Xero", "Stripe", "Notion", "Jira", "Mailchimp", "Salesforce", "Typeform", "Zendesk", "Pipedrive", "BigQuery"];

    private static readonly string[] Things =
        ["orders", "invoices", "leads", "tickets", "stock levels", "refunds", "contacts", "time sheets", "deals", "product images", "shipping labels", "form answers"];

    /// <summary>Names that break careless markup, quoting, patterns and layouts.</summary>
    private static readonly string[] Awkward =
    [
        "Say \"hello\" to new leads",
        "Invoices <b>URGENT</b> & reminders",
        "🚀 Launch checklist",
        "مزامنة الطلبات مع Shopify",
        "תזכורות לחשבוניות",
        "Nightly scenario",
        "New scenario (copy) (copy)",
        "O'Neill's \"special\" {{orders}} – 100 % of them; a very long name that somebody kept adding words to until it no longer fitted into any column of any table",
        "=SUM(A1:A9) to Google Sheets",
        "週次レポート",
    ];

    /// <summary><paramref name="count"/> scenarios with names that differ.</summary>
    public static IReadOnlyList<ScenarioFailure> Of(Organization organization, int count, int seed)
    {
        var faker = new Faker { Random = new Randomizer(unchecked(seed * 397 + organization.Id)) };
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (organization.Zone.Id == 1)
            names.UnionWith(Awkward);
        while (names.Count < count)
            names.Add(Name(faker));
        return [.. faker.Random.Shuffle(names.Take(count)).Select((name, place) => new ScenarioFailure(
            organization.Id * 10_000 + place,
            name,
            organization,
            faker.Random.Int(0, organization.Teams.Count - 1),
            [.. faker.Random.ArrayElements([.. ModuleError.All], faker.Random.Int(1, 3))]))];
    }

    private static string Name(Faker faker)
    {
        string App() => faker.PickRandom(Apps);
        string Thing() => faker.PickRandom(Things);
        return faker.Random.Int(0, 6) switch
        {
            0 => $"{App()} {Thing()} to {App()}",
            1 => $"Sync new {App()} {Thing()} with {App()}",
            2 => $"{faker.Company.CompanyName()}: {App()} → {App()}",
            3 => $"[{faker.PickRandom("PROD", "TEST", "OLD")}] {App()} {Thing()} v{faker.Random.Int(1, 9)}",
            4 => $"{faker.PickRandom("Daily", "Hourly", "Weekly")} {Thing()} report for {faker.Name.FirstName()}",
            5 => $"{faker.Address.City()} – {Thing()} into {App()}",
            _ => $"{faker.Commerce.Department()} {Thing()}: alert on {App()}",
        };
    }
}
