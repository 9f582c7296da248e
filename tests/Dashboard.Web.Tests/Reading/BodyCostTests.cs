using System.Globalization;
using Dashboard.Testing;
using Dashboard.Web.Reading;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Web.Tests.Reading;

/// <summary>No body costs more processor time than half a second, whatever it holds (reference security.md §1).</summary>
public sealed class BodyCostTests : IDisposable
{
    private static readonly TimeSpan Most = TimeSpan.FromMilliseconds(500);

    private static readonly HashSet<string> Hosts = ["eu1.make.example"];

    private static readonly string[] Formatting =
        ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u", "span", "mark", "del", "ins", "sub", "sup", "q", "abbr", "kbd", "samp"];

    private static readonly Dictionary<string, string> Bodies = Recipes().ToDictionary(recipe => recipe.Name, recipe => recipe.Body);

    private readonly ReadingRoom _room = new(new BodySanitizer(), TimeProvider.System, NullLogger<ReadingRoom>.Instance);

    public static TheoryData<string> Names => [.. Bodies.Keys];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _room.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Body_costs_less_than_half_a_second(string name)
    {
        WarmUp();
        var body = Bodies[name];

        // The least of three: what else the process and the machine do at the time can only add to it.
        var spent = Enumerable.Range(0, 3).Min(_ => ThreadClock.Measure(() => _room.Read(body, Hosts, Cancellation)));

        TestContext.Current.SendDiagnosticMessage("{0}: {1:F0} ms", name, spent.TotalMilliseconds);
        Assert.InRange(spent, TimeSpan.Zero, Most);
    }

    // What a server has long compiled when such a body comes: the ways an ordinary body goes.
    private void WarmUp()
    {
        foreach (var body in BenignBodies.All.Select(body => body.Html).Append(Bodies["deep blocks"]).Append(Bodies["deep to the limit"])) _room.Read(body, Hosts, Cancellation);
    }

    private static IEnumerable<(string Name, string Body)> Recipes()
    {
        foreach (var body in HostileBodies.All.Where(body => body.Class == "size and nesting")) yield return (body.Name, body.Html);
        foreach (var tag in Formatting) yield return ($"{tag} within {tag}", Fill($"<{tag}>"));
        foreach (var tag in Formatting) yield return ($"{tag} unclosed in paragraphs", Fill(number => $"<{tag} title={number}><p></{tag}>"));
        foreach (var tag in Formatting) yield return ($"{tag} up to the limits", Fill(number => $"<{tag}>x</{tag}>\n", 5_000));
        foreach (var tag in Formatting) yield return ($"{tag} as often as can be taken out", Fill(_ => $"<{tag}><font>x</font></{tag}>", 1_000));
        yield return ("all formatting within each other", Fill(string.Concat(Formatting.Select(tag => $"<{tag}>"))));
        yield return ("items up to the limit", $"<ul>{Fill(_ => "<li>x", 4_990)}");
        yield return ("items of items up to the limit", Fill(_ => "<ul><li>x</ul>", 2_490));
        yield return ("cells up to the limit", $"<table>{Fill(_ => "<tr><td>x</td><td>y</td></tr>", 1_600)}");
        yield return ("misplaced cells", $"<table>{Fill(_ => "x<b>y</b>", 2_400)}");
        yield return ("misplaced text in a table", $"<table>{Fill("x<tr>y</tr>")}");
        yield return ("links up to the limit", Fill(number => $"<a href=https://m{number}ke.com/>https://eu1.make.example/{number}</a>", 4_990));
        yield return ("links in look-alike letters", Fill(number => $"<a href=https://m\u0430ke{number}.com/>x</a>", 4_990));
        yield return ("links with many addresses in their text", Fill(_ => $"<a href=https://evil.example/>{string.Concat(Enumerable.Repeat("a.b.c.d ", 200))}</a>", 160));
        yield return ("links with dots in their text", Fill(_ => $"<a href=https://evil.example/>{new string('.', 500)}{string.Concat(Enumerable.Repeat("a.", 500))}</a>", 170));
        yield return ("links with long hosts", Fill(_ => $"<a href=https://{string.Join('.', Enumerable.Repeat(new string('o', 60), 4))}/>x</a>", 900));
        yield return ("letters up to the limit", Fill(number => $"<a href=mailto:a{number}@evil.example>x</a>", 4_990));
        yield return ("100 attributes on each", Fill(_ => $"<p{string.Concat(Enumerable.Range(0, 99).Select(number => $" a{number}"))}>", 600));
        yield return ("99 allowed attributes among others", Fill(_ => $"<td{string.Concat(Enumerable.Range(0, 98).Select(number => $" on{number}"))} colspan=2>", 500));
        yield return ("comments up to the limit", Fill(_ => "<!---->", 5_000));
        yield return ("a comment without an end", $"<!--{new string('-', 260_000)}");
        yield return ("many comments without an end", Fill("<!-"));
        yield return ("many comments that end oddly", Fill(_ => "<!-- --!>", 5_000));
        yield return ("a title without an end", $"<title>{Fill("</titl")}");
        yield return ("a script without an end", $"<script>{Fill("</scrip")}");
        yield return ("a script with comments", $"<script>{Fill("<!--<script>")}");
        yield return ("a textarea without an end", $"<textarea>{Fill("</textare")}");
        yield return ("an attribute without an end", $"<p title=\"{Fill("&lt ")}");
        yield return ("a tag without an end", $"<p {Fill("x ")}");
        yield return ("CDATA without an end", $"<svg><![CDATA[{Fill("]]")}");
        yield return ("brackets", Fill("<"));
        yield return ("unknown tags up to the limit", Fill(number => $"<x{number}>", 5_000));
        yield return ("unknown tags past the limit", Fill("<x>"));
        yield return ("unknown end tags", Fill("</x"));
        yield return ("long unknown names", Fill(_ => $"<{new string('x', 60)}", 4_000));
        yield return ("ampersands", Fill("&"));
        yield return ("unknown entities", Fill("&xyzzy;"));
        yield return ("longest entity", Fill("&CounterClockwiseContourIntegral;"));
        yield return ("numbers of letters", Fill("&#x10FFFF;"));
        yield return ("endless number", $"&#{new string('9', 260_000)};");
        yield return ("nulls", Fill("\0"));
        yield return ("line breaks", Fill("\r\n"));
        yield return ("white space", Fill(" \t\n"));
        yield return ("white space in pre", $"<pre>{Fill(" \t\n")}");
        yield return ("marks upon marks", "x" + Fill("\u0300"));
        yield return ("lone surrogates", Fill("\ud800"));
        yield return ("emoji", Fill("\U0001F468\u200D"));
        yield return ("direction marks", Fill("\u202E\u2067"));
        yield return ("calculations in styles", Fill(_ => $"<p style='width:{string.Concat(Enumerable.Repeat("calc(", 50))}1'>", 800));
        yield return ("a style sheet", $"<style>{Fill("a{b:url(c)}")}");
        yield return ("a style sheet of brackets", $"<style>{Fill("{[(")}");
        yield return ("elements to be taken out up to the limit", Fill(_ => "<font>x</font>", 1_000));
        yield return ("elements to be taken out within each other", Fill(_ => $"{string.Concat(Enumerable.Repeat("<font>", 95))}{string.Concat(Enumerable.Repeat("</font>", 95))}", 10));
        yield return ("one taken out among many", $"<font>{Fill(_ => "<br>", 4_900)}</font>");
        yield return ("taken out around many each", Fill(_ => $"<font>{string.Concat(Enumerable.Repeat("<br>", 4))}</font>", 1_000));
        yield return ("opaque ones among many", Fill(_ => "<b>x</b><svg></svg><b>y</b>", 1_000));
        yield return ("templates within templates", Fill("<template>"));
        yield return ("forms and selects", Fill("<form><select><option>"));
        yield return ("headings that close each other", Fill("<h1><h2>"));
        yield return ("paragraphs that close each other", Fill(_ => "<p>x", 5_000));
        yield return ("paragraphs in open formatting", $"<b><i><u>{Fill(_ => "<p>x", 1_600)}");
        yield return ("tables in open formatting", $"<b><i>{Fill(_ => "<table></table>", 2_000)}");
        foreach (var (block, inner) in new[] { ("div", "div"), ("div", "p"), ("p", "p"), ("ul", "li"), ("section", "section"), ("table", "td"), ("button", "button"), ("h1", "h2") })
            yield return ($"formatting left over from {block} in each {inner}", $"<{block}>{Fill(number => $"<b title={number}>", 90)}</{block}>{Fill(_ => $"<{inner}>x</{inner}>", 4_800)}");
        yield return ("formatting left over in each line", $"<div>{Fill(number => $"<b title={number}>", 90)}</div>{Fill(_ => "<div>x<b>y</div>", 2_400)}");
        yield return ("links left over in each block", $"{Fill(number => $"<a title={number}><div>x</div>", 2_400)}");
        foreach (var end in new[] { "p", "br", "b", "a", "div", "h1", "table", "body", "form", "x" })
        {
            yield return ($"end tags of {end}", Fill($"</{end}>"));
            yield return ($"end tags of {end} in deep blocks", $"{Fill(_ => "<div>", 98)}{Fill($"</{end}>")[..250_000]}");
            yield return ($"end tags of {end} in deep formatting", $"{Fill(number => $"<i title={number}>", 98)}{Fill($"</{end}>x")[..250_000]}");
        }

        yield return ("markers in open formatting", Fill(_ => "<b><object></b></object>", 1_600));
        yield return ("drawings and back", Fill(_ => "<svg><p>x", 1_600));
        yield return ("formulas and back", Fill(_ => "<math><mi><b>x</b></mi></math>", 1_600));
        yield return ("frames of old", Fill("<frameset><frame>"));
        yield return ("as many bytes as allowed", new string('x', BodyLimits.Bytes));
        yield return ("five megabytes of text", new string('x', 5 * 1024 * 1024));
        yield return ("five megabytes of tags", string.Concat(Enumerable.Repeat("<b>", 5 * 1024 * 1024 / 3)));
        yield return ("nothing", "");
    }

    // Of as much as the limit on bytes lets through.
    private static string Fill(string piece) => string.Concat(Enumerable.Repeat(piece, BodyLimits.Bytes / Math.Max(piece.Length, System.Text.Encoding.UTF8.GetByteCount(piece))));

    private static string Fill(Func<string, string> piece, int times = 10_000) => string.Concat(Enumerable.Range(0, times).Select(number => piece(number.ToString(CultureInfo.InvariantCulture))));
}
