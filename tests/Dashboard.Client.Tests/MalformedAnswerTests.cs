using System.Text;

namespace Dashboard.Client.Tests;

public class MalformedAnswerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("3")]
    [InlineData("null")]
    [InlineData("\"-3\"")]
    [InlineData("\" 3\"")]
    [InlineData("\"\"")]
    [InlineData("\"03\"")]
    [InlineData("\"../users/me\"")]
    [InlineData("\"999999999999999999999999999999999999999\"")]
    [InlineData("\"\\ud800\"")]
    public async Task An_id_that_is_none_names_the_field(string id)
    {
        await using var make = LoopbackMake.Answering(List($$"""{"id":"4","subject":"a"},{"id":{{id}},"subject":"b"}"""));

        var failure = await FailureAsync(make.Client());

        Assert.Equal("notifications[1].id", Assert.IsType<MakeFailure.Unreadable>(failure).Field);
    }

    [Theory]
    [InlineData("{}", "notifications")]
    [InlineData("""{"notifications":null,"userUnreadNotifications":0,"userZoneNotifications":[],"pg":{}}""", "notifications")]
    [InlineData("""{"notifications":{},"userUnreadNotifications":0,"userZoneNotifications":[],"pg":{}}""", "notifications")]
    [InlineData("""{"notifications":[{"subject":"a"}],"userUnreadNotifications":0,"userZoneNotifications":[],"pg":{}}""", "notifications[0].id")]
    [InlineData("""{"notifications":["3"],"userUnreadNotifications":0,"userZoneNotifications":[],"pg":{}}""", "notifications[0]")]
    [InlineData("""{"notifications":[],"userUnreadNotifications":"4","userZoneNotifications":[],"pg":{}}""", "userUnreadNotifications")]
    [InlineData("""{"notifications":[null],"userUnreadNotifications":0,"userZoneNotifications":[],"pg":{}}""", null)]
    [InlineData("", null)]
    [InlineData("null", null)]
    [InlineData("[]", null)]
    [InlineData("\"ok\"", null)]
    [InlineData("""{"notifications":[{"id":"3","subj""", null)]
    [InlineData("""{"notifications":[],"userUnreadNotifications":0,"userZoneNotifications":[],"pg":{}}}""", null)]
    [InlineData("<!DOCTYPE html><html><body>Sign in to the guest network</body></html>", null)]
    public async Task An_answer_that_breaks_the_contract_is_unreadable(string body, string? field)
    {
        await using var make = LoopbackMake.Answering(body);

        var failure = Assert.IsType<MakeFailure.Unreadable>(await FailureAsync(make.Client()));

        Assert.Equal(field, failure.Field);
        Assert.DoesNotContain("guest", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"3"}""")]
    [InlineData("""{"id":"3","subject":null,"read":null,"created":null,"type":null}""")]
    [InlineData("""{"id":"3","subject":5,"read":"","created":"0000-00-00","type":"1"}""")]
    [InlineData("""{"id":"3","subject":{"a":["b"]},"read":false,"created":"2021-02-29T00:00:00Z","type":1e400}""")]
    [InlineData("""{"id":"3","subject":[],"read":"\ud800","created":{},"type":{"a":1}}""")]
    public async Task A_row_with_odd_fields_is_still_a_row(string row)
    {
        await using var make = LoopbackMake.Answering(List(row + """,{"id":"2","subject":"whole","type":99}"""));

        var page = await make.Client().ListNotificationsAsync(new(), Token);

        Assert.Equal([new NotificationSummary(new(3)), new NotificationSummary(new(2), "whole", Type: 99)], page.Notifications);
    }

    [Theory]
    [InlineData("""a \ud800 b""", "a \uFFFD b")]
    [InlineData("""\udc00\n\"\\ \u0041 \/""", "\uFFFD\n\"\\ A /")]
    [InlineData("""\ud83d\ude00 \ud83d""", "\U0001F600 \uFFFD")]
    [InlineData("""\\ud800 \ud800""", "\\ud800 \uFFFD")]
    [InlineData("""nul \u0000 rtl \u202e""", "nul \0 rtl \u202e")]
    public async Task Text_that_is_not_Unicode_is_replaced(string escaped, string expected)
    {
        await using var make = LoopbackMake.Answering(List($$"""{"id":"3","subject":"{{escaped}}"}"""));

        var page = await make.Client().ListNotificationsAsync(new(), Token);

        Assert.Equal(expected, page.Notifications[0].Subject);
    }

    [Fact]
    public async Task Bytes_that_are_not_utf8_are_replaced()
    {
        var body = Encoding.Latin1.GetBytes(List("""{"id":"3","subject":"caf\u00e9"}""").Replace("\\u00e9", "é", StringComparison.Ordinal));
        await using var make = new LoopbackMake((_, stream, token) => LoopbackMake.WriteAsync(stream, body, 200, [], token));

        var page = await make.Client().ListNotificationsAsync(new(), Token);

        Assert.Equal("caf\uFFFD", page.Notifications[0].Subject);
    }

    [Fact]
    public async Task Text_that_is_not_Unicode_where_it_must_be_is_unreadable()
    {
        await using var make = LoopbackMake.Answering("""{"imtZones":[{"id":1,"domain":"\ud800","name":"a"}]}""");

        var e = await Assert.ThrowsAsync<MakeException>(() => make.Client().ListZonesAsync(Token));

        Assert.IsType<MakeFailure.Unreadable>(e.Failure);
    }

    [Theory]
    [InlineData("2021-05-14T11:18:43.340Z", 11)]
    [InlineData("2021-05-14T11:18:43.340+02:00", 9)]
    [InlineData("2021-05-14T11:18:43.340", 11)]
    public async Task Dates_are_utc(string created, int hour)
    {
        await using var make = LoopbackMake.Answering(List($$"""{"id":"3","created":"{{created}}"}"""));

        var page = await make.Client().ListNotificationsAsync(new(), Token);

        Assert.Equal(new(2021, 5, 14, hour, 18, 43, 340, TimeSpan.Zero), page.Notifications[0].Created);
        Assert.Equal(TimeSpan.Zero, page.Notifications[0].Created.Offset);
    }

    [Fact]
    public async Task Json_is_read_whatever_it_calls_itself()
    {
        await using var make = LoopbackMake.Answering('\uFEFF' + Sample.Notifications, 200, "Content-Type: text/plain");

        Assert.Equal(3, (await make.Client().ListNotificationsAsync(new(), Token)).Notifications.Count);
    }

    [Fact]
    public async Task An_empty_answer_to_a_deletion_may_have_been_executed()
    {
        await using var make = LoopbackMake.Answering("", 204);

        var e = await Assert.ThrowsAsync<MakeException>(() => make.Client().DeleteNotificationsAsync([new(1)], null, Token));

        Assert.IsType<MakeFailure.Unreadable>(e.Failure);
        Assert.True(e.MayHaveBeenExecuted);
    }

    private static string List(string rows) =>
        $$$"""{"notifications":[{{{rows}}}],"userUnreadNotifications":0,"userZoneNotifications":[],"pg":{}}""";

    private static async Task<MakeFailure> FailureAsync(MakeClient client) =>
        (await Assert.ThrowsAsync<MakeException>(() => client.ListNotificationsAsync(new(), Token))).Failure;
}
