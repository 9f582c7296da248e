using Dashboard.Web.Inbox.Query;

namespace Dashboard.Web.Tests.Query;

public sealed class CompletionTests
{
    private static readonly Vocabulary Words = new(
        [new("eu1.make.com", "Europe 1", 10), new("eu2.make.com", "Europe 2", 900), new("us1.make.com", "America", 50)],
        [new("1", "type 1", 950), new("12", "type 12", 3)],
        [new("Invoices", "Invoices", 5), new("Daily invoices", "Daily invoices", 70), new("Invite people", "Invite people", 40), new("a \"b\"", "a \"b\"", 1)],
        new DateOnly(2026, 11, 5))
    {
        Connections = [new("EU1", "Alice Archer", 10), new("EU1 · Ben Brook", "Ben Brook", 900)],
    };

    /// <summary>The text with the caret as <c>|</c>, and the text with each suggestion taken.</summary>
    [Theory]
    [InlineData("|", "is:", "zone:", "connection:", "scenario:", "type:", "created:", "age:", "id:")]
    [InlineData("foo |", "foo is:", "foo zone:", "foo connection:", "foo scenario:", "foo type:", "foo created:", "foo age:", "foo id:")]
    [InlineData("zo|", "zone:")]
    [InlineData("-zo|", "-zone:")]
    [InlineData("foo (zo|) bar", "foo (zone:) bar")]
    [InlineData("zo|ne:eu1 x", "zone: x")]
    [InlineData("zone:|", "zone:eu2.make.com", "zone:us1.make.com", "zone:eu1.make.com")]
    [InlineData("zone:eu|", "zone:eu2.make.com", "zone:eu1.make.com")]
    [InlineData("ZONE:EUROPE|", "zone:eu2.make.com", "zone:eu1.make.com")]
    [InlineData("zone:eu|1 is:read", "zone:eu2.make.com is:read", "zone:eu1.make.com is:read")]
    [InlineData("zone:make|", "zone:eu2.make.com", "zone:us1.make.com", "zone:eu1.make.com")]
    [InlineData("-zone:am|", "-zone:us1.make.com")]
    [InlineData("connection:|", "connection:\"EU1 · Ben Brook\"", "connection:EU1")]
    [InlineData("connection:ali|", "connection:EU1")]
    [InlineData("type:1|", "type:1", "type:12")]
    [InlineData("is:|", "is:unread", "is:read", "is:done", "is:open")]
    [InlineData("is:do|", "is:done")]
    [InlineData("is:op|", "is:open")]
    [InlineData("is:re|", "is:read", "is:unread")]
    [InlineData("scenario:inv|", "scenario:\"Invite people\"", "scenario:Invoices", "scenario:\"Daily invoices\"")]
    [InlineData("scenario:\"daily in|", "scenario:\"Daily invoices\"")]
    [InlineData("scenario:\"daily in| x\" y", "scenario:\"Daily invoices\" y")]
    [InlineData("scenario:\"daily in| \"x y\"", "scenario:\"Daily invoices\" \"x y\"")]
    [InlineData("scenario:a|", "scenario:\"a \\\"b\\\"\"", "scenario:\"Daily invoices\"")]
    [InlineData("inv|", "scenario:\"Invite people\"", "scenario:Invoices", "scenario:\"Daily invoices\"")]
    [InlineData("un|", "is:unread")]
    [InlineData("created:|", "created:2026-11-05", "created:2026-11-04", "created:>=2026-11-02", "created:>=2026-11-01")]
    [InlineData("created:this|", "created:>=2026-11-02", "created:>=2026-11-01")]
    [InlineData("created:>=|", "created:>=2026-11-02", "created:>=2026-11-01")]
    [InlineData("age:|", "age:<1h", "age:<1d", "age:<1w")]
    [InlineData("id:1|")]
    [InlineData("colour:r|")]
    [InlineData("\"zo|")]
    [InlineData("/zo|")]
    [InlineData("/a zo|")]
    [InlineData("/a/ zo|", "/a/ zone:")]
    [InlineData("zzz|")]
    public void Suggestions_fit_what_stands_before_the_caret(string typed, params string[] expected)
    {
        var caret = typed.IndexOf('|', StringComparison.Ordinal);
        var text = typed.Remove(caret, 1);

        Assert.Equal(expected, Completion.For(text, caret, Words).Select(suggestion => suggestion.ApplyTo(text)));
    }

    [Fact]
    public void Suggestion_tells_what_it_means_and_how_often_it_is_there()
    {
        Assert.Equal(new Suggestion("zone:us1.make.com", "America", 50, 2, 7), Completion.For("x zone:us y", 9, Words)[0]);
        Assert.Null(Completion.For("un", 2, Words)[0].Count);
    }

    [Fact]
    public void Suggestions_are_few_and_every_one_can_be_read()
    {
        var many = Words with { Scenarios = [.. Enumerable.Range(0, 1000).Select(number => new VocabularyTerm($"Scenario \"{number}\\", "Scenario", number))] };

        var suggestions = Completion.For("scen", 4, many);

        Assert.Equal(Completion.MaxSuggestions, suggestions.Count);
        Assert.Equal("scenario:\"Scenario \\\"999\\\\\"", suggestions[1].Insert);
        Assert.All(suggestions.Skip(1), suggestion => Assert.Equal(suggestion.Insert, QueryTextTests.Parsed(suggestion.Insert).ToString()));
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(99)]
    public void Caret_outside_the_text_counts_as_its_nearest_end(int caret) =>
        Assert.NotEmpty(Completion.For("zo", caret, Words));
}
