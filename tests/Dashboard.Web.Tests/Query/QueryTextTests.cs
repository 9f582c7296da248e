using Dashboard.Web.Inbox.Query;

namespace Dashboard.Web.Tests.Query;

public sealed class QueryTextTests
{
    /// <summary>What is typed, and its canonical form.</summary>
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("   \t ", "")]
    [InlineData("timeout", "timeout")]
    [InlineData("  HTTP   timeout ", "HTTP timeout")]
    [InlineData("timeout timeout", "timeout")]
    [InlineData("a AND b AND c", "a b c")]
    [InlineData("and or not", "and or not")]
    [InlineData("\"timeout\"", "timeout")]
    [InlineData("\"rate limit\"", "\"rate limit\"")]
    [InlineData("\"a\\\"b\"", "\"a\\\"b\"")]
    [InlineData("\"C:\\temp\"", "\"C:\\temp\"")]
    [InlineData("\"ends with \\\\\"", "\"ends with \\\\\"")]
    [InlineData("\"OR\"", "\"OR\"")]
    [InlineData("\"-x\"", "\"-x\"")]
    [InlineData("\"/x\"", "\"/x\"")]
    [InlineData("\"zone:eu1\"", "\"zone:eu1\"")]
    [InlineData("\"http://x\"", "\"http://x\"")]
    [InlineData("\"12:30\"", "12:30")]
    [InlineData("12:30", "12:30")]
    [InlineData("a-b", "a-b")]
    [InlineData("a/b", "a/b")]
    [InlineData("é漢😀", "é漢😀")]
    [InlineData("zone:eu1", "zone:eu1")]
    [InlineData("ZONE:eu1.make.com", "zone:eu1.make.com")]
    [InlineData("zone:\"EU 1\"", "zone:\"EU 1\"")]
    [InlineData("zone:\"eu1\"", "zone:eu1")]
    [InlineData("type:1", "type:1")]
    [InlineData("type:007", "type:7")]
    [InlineData("type:-3", "type:-3")]
    [InlineData("is:unread", "is:unread")]
    [InlineData("is:READ", "is:read")]
    [InlineData("is:Done -is:OPEN", "is:done -is:open")]
    [InlineData("scenario:Invoices", "scenario:Invoices")]
    [InlineData("scenario:\"HTTP 3\"", "scenario:\"HTTP 3\"")]
    [InlineData("scenario:a:b", "scenario:a:b")]
    [InlineData("id:10", "id:10")]
    [InlineData("id:99999999999999999999999999999999999999", "id:99999999999999999999999999999999999999")]
    [InlineData("created:2026-11-01", "created:2026-11-01")]
    [InlineData("created:=2026-11-01", "created:2026-11-01")]
    [InlineData("created:>=2026-11-01", "created:>=2026-11-01")]
    [InlineData("created:>2026-11-01", "created:>2026-11-01")]
    [InlineData("created:<=2026-11-01", "created:<=2026-11-01")]
    [InlineData("created:<2024-02-29", "created:<2024-02-29")]
    [InlineData("created:2026-11-01..2026-11-05", "created:2026-11-01..2026-11-05")]
    [InlineData("created:2026-11-01..2026-11-01", "created:2026-11-01")]
    [InlineData("created:>=2026-11-01T14:30", "created:>=2026-11-01T14:30")]
    [InlineData("created:2026-11-01T14:30..2026-11-01T15:00", "created:2026-11-01T14:30..2026-11-01T15:00")]
    [InlineData("age:<2h", "age:<2h")]
    [InlineData("age:>=30M", "age:>=30m")]
    [InlineData("age:>007d", "age:>7d")]
    [InlineData("age:<=99999w", "age:<=99999w")]
    [InlineData("-foo", "-foo")]
    [InlineData("NOT foo", "-foo")]
    [InlineData("--foo", "foo")]
    [InlineData("NOT NOT -foo", "-foo")]
    [InlineData("-\"rate limit\"", "-\"rate limit\"")]
    [InlineData("-zone:eu1", "-zone:eu1")]
    [InlineData("-/a b/", "-/a b/")]
    [InlineData("foo OR bar", "foo OR bar")]
    [InlineData("(foo OR bar)", "foo OR bar")]
    [InlineData("a b OR c d", "a b OR c d")]
    [InlineData("(a b) OR (c d)", "a b OR c d")]
    [InlineData("a (b OR c) d", "a (b OR c) d")]
    [InlineData("a OR (b OR (c OR d))", "a OR b OR c OR d")]
    [InlineData("((((a))))", "a")]
    [InlineData("-(a b)", "-(a b)")]
    [InlineData("-(a OR -b)", "-(a OR -b)")]
    [InlineData("-(-(a b))", "a b")]
    [InlineData("x -(-(a b))", "x a b")]
    [InlineData("foo(bar)baz", "foo bar baz")]
    [InlineData("a OR a", "a")]
    [InlineData("/time.?out/", "/time.?out/")]
    [InlineData("/a\\/b (c|d)/", "/a\\/b (c|d)/")]
    [InlineData("zone:eu1 is:unread type:1 -\"rate limit\" (foo OR bar) /time.?out/ age:<2h", "zone:eu1 is:unread type:1 -\"rate limit\" (foo OR bar) /time.?out/ age:<2h")]
    public void Text_has_one_canonical_form(string? text, string canonical)
    {
        var printed = QueryText.Print(Parsed(text));

        Assert.Equal(canonical, printed);
        Assert.Equal(Parsed(text), Parsed(printed));
        Assert.Equal(printed, QueryText.Print(Parsed(printed)));
    }

    /// <summary>What can't be read, where (from 1), and what the person is told.</summary>
    [Theory]
    [InlineData("zone:", 6, 0, "after zone: a zone like eu1 is expected")]
    [InlineData("x zone: eu1", 8, 0, "after zone: a zone like eu1 is expected")]
    [InlineData("zone:\"\"", 6, 2, "after zone: a zone like eu1 is expected")]
    [InlineData("type:error", 6, 5, "after type: a number like 1 is expected")]
    [InlineData("type:99999999999", 6, 11, "after type: a number like 1 is expected")]
    [InlineData("type:1,2", 7, 2, "after type: a number like 1 is expected")]
    [InlineData("is:gone", 4, 4, "after is: unread, read, done or open is expected")]
    [InlineData("id:007", 4, 3, "after id: 1 to 38 digits without a leading zero is expected")]
    [InlineData("id:-1", 4, 2, "after id: 1 to 38 digits without a leading zero is expected")]
    [InlineData("foo created:>=soon", 15, 4, "after created: a date like 2026-11-01 is expected")]
    [InlineData("created:2026-02-30", 9, 10, "after created: a date like 2026-11-01 is expected")]
    [InlineData("created:2026-11-01..", 21, 0, "after created: a date like 2026-11-01 is expected")]
    [InlineData("created:2026-11-01..2026-13-01", 21, 10, "after created: a date like 2026-11-01 is expected")]
    [InlineData("created:2026-11-05..2026-11-01", 9, 22, "the earlier date goes first in a span of dates")]
    [InlineData("created:>=2026-11-01..2026-11-05", 21, 12, "after created: a date like 2026-11-01 is expected")]
    [InlineData("age:2h", 5, 2, "after age: <, <=, > or >= and a time like 2h (m, h, d or w) is expected")]
    [InlineData("age:<2", 7, 0, "after age: <, <=, > or >= and a time like 2h (m, h, d or w) is expected")]
    [InlineData("age:<2y", 7, 1, "after age: <, <=, > or >= and a time like 2h (m, h, d or w) is expected")]
    [InlineData("age:<0h", 6, 2, "after age: <, <=, > or >= and a time like 2h (m, h, d or w) is expected")]
    [InlineData("age:<100000d", 6, 7, "after age: <, <=, > or >= and a time like 2h (m, h, d or w) is expected")]
    [InlineData("colour:red", 1, 10, "there is no filter colour: – use is:, zone:, connection:, scenario:, type:, created:, age:, id: or put the text in quotes")]
    [InlineData("see https://make.com", 5, 16, "there is no filter https: – use is:, zone:, connection:, scenario:, type:, created:, age:, id: or put the text in quotes")]
    [InlineData("\"never closed", 1, 13, "the quotes are never closed: add a \" at the end")]
    [InlineData("a zone:\"eu", 8, 3, "the quotes are never closed: add a \" at the end")]
    [InlineData("\"\"", 1, 2, "between the quotes a text is expected")]
    [InlineData("\"a\"b", 4, 1, "a space is expected after \"a\"")]
    [InlineData("foo\"bar\"", 4, 5, "a space is expected after foo")]
    [InlineData("/never", 1, 6, "the expression is never closed: add a / at its end, or use quotes to find a / as text")]
    [InlineData("/api/v1", 6, 2, "a space is expected after /api/")]
    [InlineData("//", 2, 1, "between the slashes an expression is expected")]
    [InlineData("x /a[b/", 7, 1, "the expression is not complete or not right here (unterminated bracket)")]
    [InlineData("/(?=a)/", 2, 6, "looking ahead, looking behind, back references, atomic groups and conditions are not available here: take them out")]
    [InlineData("/(a{1000}){1000}/", 2, 16, "the expression is too large: use smaller repetitions")]
    [InlineData("- foo", 1, 5, "put - directly before what is not wanted, or in quotes to find it as text")]
    [InlineData("-", 1, 1, "put - directly before what is not wanted, or in quotes to find it as text")]
    [InlineData("(a", 1, 1, "this ( is never closed: add a )")]
    [InlineData("a)", 2, 1, "this ) has no ( before it: add one or take it out")]
    [InlineData(")(", 1, 1, "this ) has no ( before it: add one or take it out")]
    [InlineData("()", 2, 1, "after ( a word or a filter like is:unread is expected")]
    [InlineData("a OR", 5, 0, "after OR a word or a filter like is:unread is expected")]
    [InlineData("OR a", 1, 2, "before OR a word or a filter like is:unread is expected")]
    [InlineData("a OR OR b", 6, 2, "after OR a word or a filter like is:unread is expected")]
    [InlineData("a AND", 6, 0, "after AND a word or a filter like is:unread is expected")]
    [InlineData("NOT", 4, 0, "after NOT a word or a filter like is:unread is expected")]
    [InlineData("(a OR)", 6, 1, "after OR a word or a filter like is:unread is expected")]
    [InlineData("a -)", 4, 1, "this ) has no ( before it: add one or take it out")]
    public void Text_that_cannot_be_read_is_told_where_and_what_to_do(string text, int position, int length, string message)
    {
        Assert.False(QueryText.TryParse(text, out var condition, out var error));

        Assert.Null(condition);
        Assert.Equal(new QueryError(position - 1, length, message), error);
        Assert.Equal($"Position {position}: {message}", error.ToString());
    }

    [Fact]
    public void Query_is_bounded_in_length_terms_nesting_and_expressions()
    {
        Assert.True(QueryText.TryParse(new string('a', QueryText.MaxLength), out _, out _));
        Assert.Equal(QueryText.MaxLength, Refusal(new string('a', 10_000_000)).Position);

        Assert.True(QueryText.TryParse(Numbered(QueryText.MaxTerms), out _, out _));
        Assert.Equal("a query may have 100 terms: use fewer", Refusal(Numbered(QueryText.MaxTerms + 1)).Message);

        Assert.True(QueryText.TryParse(Nested(QueryText.MaxNesting), out _, out _));
        Assert.Equal(QueryText.MaxNesting, Refusal(Nested(QueryText.MaxNesting + 1)).Position);
        Assert.Equal("parentheses may stand 20 deep: use fewer", Refusal(new string('(', 1000)).Message);
        Assert.True(QueryText.TryParse(new string('-', 999) + "a", out _, out _));

        Assert.Equal("an expression may have 200 characters: make it shorter", Refusal($"/{new string('a', 201)}/").Message);
        Assert.Equal("the expression is too large: use smaller repetitions", Refusal("/(((a{99}){99}){99}){99}/").Message);

        static string Numbered(int terms) => string.Join(' ', Enumerable.Range(1, terms));
        static string Nested(int depth) => new string('(', depth) + "a" + new string(')', depth);
    }

    [Fact]
    public void Any_text_is_read_or_refused_with_a_place_inside_it()
    {
        var random = new Random(11);
        string[] pieces = ["a", " ", "\"", "/", "\\", "(", ")", "-", "OR", "NOT ", "AND", "zone:", "created:", ">=", "2026-11-01", "..", "age:<", "2h", "is:", "unread", "[", "*", "é", "\0", "\ud800"];
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));
            if (QueryText.TryParse(text, out var condition, out var error))
            {
                Assert.Equal(condition, Parsed(QueryText.Print(condition)));
                Assert.True(QueryText.Print(condition).Length <= text.Length, text);
            }
            else
            {
                Assert.InRange(error.Position, 0, text.Length);
                Assert.InRange(error.Position + error.Length, error.Position, text.Length);
            }
        }
    }

    [Fact]
    public void Random_conditions_are_printed_and_read_back_unchanged()
    {
        var random = new RandomQueries(seed: 7);
        for (var round = 0; round < 5_000; round++)
        {
            var condition = random.Condition(depth: 4);
            var text = QueryText.Print(condition);
            if (text.Length > QueryText.MaxLength)
                continue;

            Assert.Equal(condition, Parsed(text));
            Assert.Equal(text, QueryText.Print(Parsed(text)));
        }
    }

    [Fact]
    public void Term_of_a_kind_is_replaced_and_taken_away()
    {
        var condition = Parsed("timeout zone:eu1 is:unread");

        Assert.Equal("timeout is:unread zone:us1", condition.With(new Condition.InZone("us1")).ToString());
        Assert.Equal("timeout zone:eu1", condition.With<Condition.Unread>(null).ToString());
        Assert.Equal("is:read", Condition.Everything.With(new Condition.Unread(false)).ToString());
    }

    [Fact]
    public void Examples_of_the_filters_can_be_read() =>
        Assert.All(FilterName.All, filter => Assert.Equal(filter.Example, Parsed(filter.Example).ToString()));

    internal static Condition Parsed(string? text) =>
        QueryText.TryParse(text, out var condition, out var error) ? condition : throw new ArgumentException($"{text} → {error}");

    private static QueryError Refusal(string text) =>
        QueryText.TryParse(text, out _, out var error) ? throw new ArgumentException($"Was read: {text}") : error;
}
