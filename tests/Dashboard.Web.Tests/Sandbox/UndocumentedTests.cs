using System.Net;
using System.Text.Json;
using Dashboard.Sandbox.Hosting;

namespace Dashboard.Web.Tests.Sandbox;

/// <summary>Each switch both ways: the default, then the other answers.</summary>
public sealed class UndocumentedTests : SandboxTest
{
    private static readonly string[] OneId = ["1"];

    private static SandboxOptions With(UndocumentedOptions undocumented) => Small with { Undocumented = undocumented };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Detail_marks_read_only_where_it_is_set_to(bool marks)
    {
        await using var sandbox = await StartAsync(With(new() { DetailMarksRead = marks }));
        using var alice = Person.Named("Alice", sandbox);

        var detail = await alice.GetAsync("/api/v2/notifications/1?imtZoneId=1");

        Assert.Equal(marks, detail.Body.GetProperty("notification").GetProperty("read").ValueKind != JsonValueKind.Null);
        Assert.Equal(marks, !(await alice.ListAsync("&unreadOnly=true")).Ids.Contains("1"));
    }

    [Theory]
    [InlineData(MarkWithoutAll.BadRequest, HttpStatusCode.BadRequest)]
    [InlineData(MarkWithoutAll.MarksAll, HttpStatusCode.OK)]
    public async Task Mark_without_all(MarkWithoutAll choice, HttpStatusCode expected)
    {
        await using var sandbox = await StartAsync(With(new() { MarkWithoutAll = choice }));
        using var alice = Person.Named("Alice", sandbox);

        var answer = await alice.SendAsync(HttpMethod.Post, "/api/v2/notifications/mark-as-read?imtZoneId=1");

        Assert.Equal(expected, answer.Status);
        Assert.Equal(expected == HttpStatusCode.OK, !(await alice.ListAsync("&unreadOnly=true")).Ids.Any());
    }

    [Theory]
    [InlineData(MarkWithBody.BadRequest, HttpStatusCode.BadRequest)]
    [InlineData(MarkWithBody.Ignored, HttpStatusCode.OK)]
    public async Task Mark_with_a_body_never_marks_some(MarkWithBody choice, HttpStatusCode expected)
    {
        await using var sandbox = await StartAsync(With(new() { MarkWithBody = choice }));
        using var alice = Person.Named("Alice", sandbox);
        var unread = (await alice.ListAsync("&unreadOnly=true")).Ids.Count;

        var answer = await alice.SendAsync(HttpMethod.Post, "/api/v2/notifications/mark-as-read?imtZoneId=1&ids=all", new { ids = OneId });

        Assert.Equal(expected, answer.Status);
        Assert.Equal(expected == HttpStatusCode.OK ? 0 : unread, (await alice.ListAsync("&unreadOnly=true")).Ids.Count);
    }

    [Theory]
    [InlineData(MissingZone.BadRequest, HttpStatusCode.BadRequest)]
    [InlineData(MissingZone.FirstZone, HttpStatusCode.OK)]
    public async Task Missing_zone(MissingZone choice, HttpStatusCode expected)
    {
        await using var sandbox = await StartAsync(With(new() { MissingZone = choice }));
        using var alice = Person.Named("Alice", sandbox);

        var answer = await alice.GetAsync("/api/v2/notifications");

        Assert.Equal(expected, answer.Status);
        if (expected == HttpStatusCode.OK)
            Assert.Equal((await alice.ListAsync()).Ids, answer.Ids);
    }

    [Theory]
    [InlineData(ZoneWithoutOrganization.BadRequest, HttpStatusCode.BadRequest)]
    [InlineData(ZoneWithoutOrganization.Empty, HttpStatusCode.OK)]
    public async Task Zone_without_an_organization(ZoneWithoutOrganization choice, HttpStatusCode expected)
    {
        await using var sandbox = await StartAsync(With(new() { ZoneWithoutOrganization = choice }));
        using var carol = Person.Named("Carol", sandbox);

        var answer = await carol.GetAsync("/api/v2/notifications?imtZoneId=3");

        Assert.Equal(expected, answer.Status);
        if (expected == HttpStatusCode.OK)
            Assert.Empty(answer.Ids);
        else
            Assert.Equal("User has no organization in the zone", answer.Body.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData(ZoneList.Listed, HttpStatusCode.OK, 4)]
    [InlineData(ZoneList.Empty, HttpStatusCode.OK, 0)]
    [InlineData(ZoneList.NotFound, HttpStatusCode.NotFound, 0)]
    public async Task Zone_list(ZoneList choice, HttpStatusCode expected, int zones)
    {
        await using var sandbox = await StartAsync(With(new() { ZoneList = choice }));
        using var alice = Person.Named("Alice", sandbox);

        var answer = await alice.GetAsync("/api/v2/enums/imt-zones");

        Assert.Equal(expected, answer.Status);
        if (expected == HttpStatusCode.OK)
            Assert.Equal(zones, answer.Body.GetProperty("imtZones").GetArrayLength());
    }

    [Fact]
    public async Task Refusals_have_the_statuses_that_are_set()
    {
        await using var sandbox = await StartAsync(With(new() { UnknownTokenStatus = 400, MissingScopeStatus = 404, UnknownIdStatus = 410 }));
        using var nobody = new Person(sandbox, "Token nonsense");
        using var reader = Person.Named("Alice", sandbox, token: 1);

        Assert.Equal("SC400", (await nobody.ListAsync()).Code);
        Assert.Equal("SC404", (await reader.DeleteAsync("1")).Code);
        Assert.Equal("SC410", (await reader.GetAsync("/api/v2/notifications/77777?imtZoneId=1")).Code);
    }

    [Theory]
    [InlineData(LimitAboveMaximum.Capped, HttpStatusCode.OK)]
    [InlineData(LimitAboveMaximum.BadRequest, HttpStatusCode.BadRequest)]
    public async Task Limit_above_the_maximum(LimitAboveMaximum choice, HttpStatusCode expected)
    {
        await using var sandbox = await StartAsync(With(new() { LimitAboveMaximum = choice, MaximumLimit = 20 }));
        using var alice = Person.Named("Alice", sandbox);

        var answer = await alice.ListAsync("&pg[limit]=21");

        Assert.Equal(expected, answer.Status);
        if (expected == HttpStatusCode.OK)
            Assert.Equal((20, 20), (answer.Ids.Count, answer.Body.GetProperty("pg").GetProperty("limit").GetInt32()));
        Assert.Equal(20, (await alice.ListAsync()).Ids.Count);
    }

    [Theory]
    [InlineData(BadSort.BadRequest, HttpStatusCode.BadRequest)]
    [InlineData(BadSort.Ignored, HttpStatusCode.OK)]
    public async Task Unknown_sort(BadSort choice, HttpStatusCode expected)
    {
        await using var sandbox = await StartAsync(With(new() { BadSort = choice }));
        using var alice = Person.Named("Alice", sandbox);

        Assert.Equal(expected, (await alice.ListAsync("&pg[sortBy]=created")).Status);
        Assert.Equal(expected, (await alice.ListAsync("&pg[sortDir]=up")).Status);
    }

    [Fact]
    public async Task Retry_after_is_sent_where_it_is_set_to()
    {
        await using var sandbox = await StartAsync(With(new() { SendsRetryAfter = true }) with { RequestsPerMinute = 1 });
        using var alice = Person.Named("Alice", sandbox);
        await alice.ListAsync();

        var answer = await alice.ListAsync();

        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }

    [Fact]
    public async Task Delete_of_an_unknown_id_deletes_nothing_where_it_is_set_to()
    {
        await using var sandbox = await StartAsync(With(new() { DeleteOfUnknownId = DeleteOfUnknownId.NotFound }));
        using var alice = Person.Named("Alice", sandbox);

        var answer = await alice.DeleteAsync("1", "77777");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains("1", (await alice.ListAsync()).Ids);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Other_types_are_there_where_they_are_set_to(bool there)
    {
        await using var sandbox = await StartAsync(With(new() { OtherTypes = there }) with { Notifications = 10_000 });
        using var alice = Person.Named("Alice", sandbox);

        var types = (await alice.ListAsync()).Rows.Select(row => row.GetProperty("type").GetInt32()).Distinct().Order();

        Assert.Equal(there ? [1, 2, 3] : [1], types);
    }

    [Theory]
    [InlineData(false, HttpStatusCode.OK)]
    [InlineData(true, HttpStatusCode.Forbidden)]
    public async Task Identity_needs_a_scope_where_it_is_set_to(bool needed, HttpStatusCode expected)
    {
        await using var sandbox = await StartAsync(With(new() { IdentityNeedsScope = needed }));
        using var ben = Person.Named("Ben", sandbox, token: 1);

        Assert.Equal(expected, (await ben.GetAsync("/api/v2/users/me")).Status);
        Assert.Equal(expected, (await ben.GetAsync("/api/v2/enums/imt-zones")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await ben.GetAsync("/api/v2/organizations")).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Copies_of_one_event_share_an_id_only_where_they_are_set_to(bool shared)
    {
        await using var sandbox = await StartAsync(With(new() { CopiesShareId = shared }));
        using var alice = Person.Named("Alice", sandbox);
        using var ben = Person.Named("Ben", sandbox);

        var (ofAlice, ofBen) = ((await alice.ListAsync("&pg[limit]=100")).Rows.ToArray(), (await ben.ListAsync("&pg[limit]=100")).Rows.ToArray());
        var (first, second) = (await ExecutionAsync(alice, ofAlice[50]), await ExecutionAsync(ben, ofBen[50]));

        Assert.Equal(ofAlice.Select(Event), ofBen.Select(Event));
        Assert.Equal(first, second);
        Assert.All(ofAlice.Zip(ofBen), pair => Assert.Equal(shared, pair.First.GetProperty("id").GetString() == pair.Second.GetProperty("id").GetString()));
        if (!shared)
            Assert.Empty(ofAlice.Select(row => row.GetProperty("id").GetString()).Intersect(ofBen.Select(row => row.GetProperty("id").GetString())));

        static (string?, string?, int) Event(JsonElement row) => (row.GetProperty("subject").GetString(), row.GetProperty("created").GetString(), row.GetProperty("type").GetInt32());
        static async Task<string?> ExecutionAsync(Person person, JsonElement row) =>
            (await person.GetAsync($"/api/v2/notifications/{row.GetProperty("id").GetString()}?imtZoneId=1")).Body.GetProperty("notification").GetProperty("body").GetString();
    }
}
