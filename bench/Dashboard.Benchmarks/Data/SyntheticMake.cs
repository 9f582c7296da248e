using System.Globalization;
using System.Net;
using System.Text;
using Dashboard.Client;
using Dashboard.Web.Inbox;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace Dashboard.Benchmarks.Data;

/// <summary>Make's lists of four zones as bytes that lie ready, read by the product's own client and taken over as the feed does it.</summary>
internal sealed class SyntheticMake
{
    private const int PageRows = 10_000;
    private const int Subjects = 1_000;

    private readonly Dictionary<(string Zone, string Offset), byte[]> _pages = [];
    private readonly MakeClient _client;

    public SyntheticMake(int rows)
    {
        Rows = rows;
        var random = new Random(3);
        for (var zone = 0; zone < SyntheticInbox.Zones.Count; zone++)
            AddPages(zone, rows / SyntheticInbox.Zones.Count, random);
        var services = new ServiceCollection();
        services.AddMakeApi(options =>
        {
            options.BaseAddress = new Uri("http://localhost");
            options.Credential = MakeCredential.ApiToken("none");
        });
        services.ConfigureAll<HttpClientFactoryOptions>(options => options.HttpMessageHandlerBuilderActions.Add(builder => builder.PrimaryHandler = new Pages(_pages)));
        // Lives as long as the process.
        _client = services.BuildServiceProvider().GetRequiredService<MakeClient>();
    }

    /// <summary>Rows in all zones together.</summary>
    public int Rows { get; }

    /// <summary>Every page of every zone, from bytes to rows of a snapshot.</summary>
    public InboxSnapshot Ingest()
    {
        var subjects = new SubjectTable(TimeProvider.System);
        var feeds = SyntheticInbox.Zones.Select(zone => new ZoneFeed(zone, subjects)).ToArray();
        foreach (var feed in feeds)
        {
            feed.StartWalk();
            while (feed.NextOffset is { } offset)
            {
                feed.Ask();
                feed.Take(Page(feed, offset), offset, PageRows);
            }
        }

        return new InboxSnapshot([.. feeds.Select(feed => new ZonePart(SyntheticInbox.Connection, feed.Zone, feed.Now.Rows, feed.State))], subjects);
    }

    private NotificationPage Page(ZoneFeed feed, int offset) =>
        _client.ListNotificationsAsync(new ListNotifications { ImtZoneId = feed.Zone.ImtZoneId, Limit = PageRows, Offset = offset }).GetAwaiter().GetResult();

    /// <summary>The pages that a walk through the list asks for: each but the first begins with rows of the one before.</summary>
    private void AddPages(int zone, int count, Random random)
    {
        var ids = Enumerable.Range(0, count).Select(row => ((count - row) * SyntheticInbox.Zones.Count) + zone).ToArray();
        var rows = ids.Select(id => Row(id, random)).ToArray();
        var walk = new PageWalk();
        while (walk.NextOffset is { } offset)
        {
            var page = offset..Math.Min(offset + PageRows, count);
            _pages.Add((Text(zone), Text(offset)), Encoding.UTF8.GetBytes(
                $$$"""{"notifications":[{{{string.Join(',', rows[page])}}}],"userUnreadNotifications":0,"userZoneNotifications":[],"pg":{"limit":{{{PageRows}}},"offset":{{{offset}}}}}"""));
            walk.Step([.. ids[page].Select(id => new NotificationId((UInt128)id))], offset, PageRows, isLast: offset + PageRows > count);
        }
    }

    private static string Row(int id, Random random)
    {
        var read = random.Next(2) == 0 ? "null" : Date(random);
        return $$"""{"id":"{{id}}","subject":"{{SyntheticInbox.Subject(random.Next(Subjects))}}","read":{{read}},"created":{{Date(random)}},"type":{{random.Next(1, 4)}}}""";
    }

    private static string Date(Random random) =>
        DateTimeOffset.FromUnixTimeMilliseconds(SyntheticInbox.Time(random)).UtcDateTime.ToString("'\"'yyyy-MM-dd'T'HH:mm:ss.fff'Z\"'", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class Pages(Dictionary<(string Zone, string Offset), byte[]> pages) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var query = QueryHelpers.ParseQuery(request.RequestUri!.Query);
            var page = pages[(query["imtZoneId"].ToString(), query["pg[offset]"].ToString())];
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new ByteArrayContent(page) });
        }
    }
}
