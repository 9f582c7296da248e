using Dashboard.Web.Reading;

namespace Dashboard.Web.Tests.Reading;

/// <summary>Bodies that would take a parser long are refused by their measure, never by a clock.</summary>
public class BodyLimitsTests
{
    private const int Bytes = 256 * 1024;

    private readonly BodySanitizer _sanitizer = new();

    public static TheoryData<string, string> Refused => new()
    {
        { new string('x', Bytes + 1), "256 KB" },
        { new string('é', (Bytes / 2) + 1), "256 KB" },
        { Repeat("<br>", 5001), "5,000 elements" },
        { Repeat("<!---->", 5001), "5,000 elements" },
        { Repeat("<p>x</p>", 5001), "5,000 elements" },
        { "<p title='" + Repeat("<b>", 5001) + "'>", "5,000 elements" },
        { Repeat("</p>", 5001), "5,000 elements" },
        { Repeat("</ x>", 5001), "5,000 elements" },
        { Repeat("<div>", 101), "100 levels" },
        { Repeat("<a><b><i><u>", 1250), "100 levels" },
        { Repeat("<ul><li>", 2500), "100 levels" },
        { Repeat("<b><p>", 2500), "100 levels" },
        { Repeat("<table><tr><td>", 40), "100 levels" },
        { Enumerate("<b title=#><p></b>", 2000), "100 levels" },
        { Enumerate("<b title=#><table><td></b></table>", 1000), "100 levels" },
        { Enumerate("<b title=#><object></b></object>", 1000), "100 levels" },
        { Enumerate("<b title=#><!--</b>-->", 1000), "100 levels" },
        { Enumerate("<b title=#><i title='</b>'></i>", 1000), "100 levels" },
        { Enumerate("<font size=#>", 101) + Repeat("<p>", 4000), "100 levels" },
        { "<div>" + Enumerate("<b title=#>", 90) + "</div>" + Repeat("<div>x</div>", 2000), "5,000 elements" },
        { "<p>" + Enumerate("<b title=#>", 90) + Repeat("<p>x", 2000), "5,000 elements" },
        { "<svg>" + Repeat("<a/>", 200), "100 levels" },
        { "<svg>" + Repeat("<input>", 200), "100 levels" },
        { "<p" + Enumerate(" a#", 101) + ">", "100 attributes" },
        { "<svg" + Enumerate(" a#", 30_000) + ">", "100 attributes" },
        { Repeat("<font>t</font>", 1001), "1,000 tags" },
        { Repeat("<iframe></iframe>", 1001), "1,000 tags" },
    };

    public static TheoryData<string> Taken =>
    [
        new string('x', Bytes),
        Repeat("<br>", 5000),
        Repeat("<p>x</p>", 2500),
        Repeat("<div>", 100),
        Repeat(Repeat("<div>", 100) + Repeat("</div>", 100), 50),
        "<ul>" + Repeat("<li>x", 4000) + "</ul>",
        Repeat("<p>x", 4000),
        "<table>" + Repeat("<tr><td>x</td><td>y</td></tr>", 1500) + "</table>",
        Repeat("<section>t</section>", 1000),
        "<font><b><i>" + Repeat("<p>x</p>", 1000),
    ];

    [Theory]
    [MemberData(nameof(Refused))]
    public void Body_past_a_limit_is_shown_as_text_and_says_why(string body, string reason)
    {
        var sanitized = Sanitize(body);

        Assert.Equal(BodyShape.Text, sanitized.Shown);
        Assert.Empty(sanitized.Html);
        Assert.Contains(reason, sanitized.Notice, StringComparison.Ordinal);
        Assert.EndsWith("so it is shown as plain text.", sanitized.Notice, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Taken))]
    public void Body_within_the_limits_is_shown_as_html(string body) =>
        Assert.Equal(BodyShape.Html, Sanitize(body).Shown);

    private SanitizedBody Sanitize(string body) => _sanitizer.Sanitize(body, new HashSet<string>(), TestContext.Current.CancellationToken);

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Enumerate(string text, int times) =>
        string.Concat(Enumerable.Range(0, times).Select(number => text.Replace("#", number.ToString(null, null))));
}
