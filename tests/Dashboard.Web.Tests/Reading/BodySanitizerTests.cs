using Dashboard.Web.Reading;

namespace Dashboard.Web.Tests.Reading;

public class BodySanitizerTests
{
    private const string Link = " rel=\"noopener noreferrer nofollow\" target=\"_blank\" title=\"";

    private readonly BodySanitizer _sanitizer = new();

    public static TheoryData<string, string> Attacks
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (name, vectors) in AttackVectors.ByClass)
            {
                foreach (var vector in vectors) data.Add(name, vector);
            }

            return data;
        }
    }

    public static TheoryData<string, string> BenignBodies => new()
    {
        { "<p>a <b>b</b> <em>c</em> <code>d &lt; e &amp;&amp; f</code></p>", "<p>a <b>b</b> <em>c</em> <code>d &lt; e &amp;&amp; f</code></p>" },
        { "<ol><li>1</li><li>2<ul><li>3</li></ul></li></ol>", "<ol><li>1</li><li>2<ul><li>3</li></ul></li></ol>" },
        { "<pre>line 1\n  line 2</pre><hr><blockquote>q</blockquote>", "<pre>line 1\n  line 2</pre><hr><blockquote>q</blockquote>" },
        {
            "<table><caption>t</caption><thead><tr><th colspan=\"2\">h</th></tr></thead><tbody><tr><td rowspan=\"2\">a</td><td>b</td></tr></tbody></table>",
            "<table><caption>t</caption><thead><tr><th colspan=\"2\">h</th></tr></thead><tbody><tr><td rowspan=\"2\">a</td><td>b</td></tr></tbody></table>"
        },
        { "<dl><dt>a</dt><dd>b</dd></dl><abbr title=\"long form\">lf</abbr>", "<dl><dt>a</dt><dd>b</dd></dl><abbr title=\"long form\">lf</abbr>" },
        { "<a href=\"mailto:help@make.com?subject=Hi\">mail</a>", $"<a href=\"mailto:help@make.com?subject=Hi\"{Link}Writes an e-mail\">mail</a>" },
        { "<a href=\"https://e.example/a?b=1&amp;c=%20#d\">x</a>", $"<a href=\"https://e.example/a?b=1&amp;c=%20#d\"{Link}Opens e.example\">x</a>" },
        { "<a href=\"http://e.example:8080/a\">x</a>", $"<a href=\"http://e.example:8080/a\"{Link}Opens e.example:8080\">x</a>" },
        { "Příliš žluťoučký 日本語 😀 עברית", "Příliš žluťoučký 日本語 😀 עברית" },
        { "no markup, 1 < 2 & 3 > 2", "no markup, 1 &lt; 2 &amp; 3 &gt; 2" },
        { "", "" },
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Attack_leaves_only_listed_markup_and_reads_the_same_again(string name, string body)
    {
        Assert.NotEmpty(name);
        var sanitized = _sanitizer.Sanitize(body, TestContext.Current.CancellationToken);

        Assert.Equal(BodyShape.Html, sanitized.Shown);
        SanitizedMarkup.AssertClean(sanitized.Html);
        Assert.Equal(sanitized.Html, _sanitizer.Sanitize(sanitized.Html, TestContext.Current.CancellationToken).Html);
    }

    [Fact]
    public void Attack_in_pieces_leaves_only_listed_markup()
    {
        var vectors = AttackVectors.ByClass.Values.SelectMany(vector => vector).ToArray();
        foreach (var (first, second) in vectors.Zip(vectors.Skip(17).Concat(vectors.Take(17))))
        {
            var sanitized = _sanitizer.Sanitize($"<ul><li>{first}{second}</li></ul>", TestContext.Current.CancellationToken);
            SanitizedMarkup.AssertClean(sanitized.Html);
        }
    }

    [Theory]
    [MemberData(nameof(BenignBodies))]
    public void Benign_body_stays_as_it_is(string body, string expected)
    {
        var sanitized = _sanitizer.Sanitize(body, TestContext.Current.CancellationToken);

        Assert.Equal(expected, sanitized.Html);
        Assert.Null(sanitized.Notice);
    }

    [Fact]
    public void Published_body_stays_word_for_word()
    {
        var sanitized = _sanitizer.Sanitize(PublishedBody.Html, TestContext.Current.CancellationToken);

        var expected = PublishedBody.Html.Replace("&#39;", "'").Replace("\">", $"\"{Link}Opens local.make.cloud\">");
        Assert.Equal(expected, sanitized.Html);
        Assert.Null(sanitized.Notice);
    }

    [Theory]
    [InlineData("<p>Unexpected <string> in line 3</p><p>next</p>", "<p>Unexpected  in line 3</p><p>next</p>")]
    [InlineData("<section><p>a</p><font color=red>b</font></section>", "<p>a</p>b")]
    [InlineData("<form>a<label>b</label></form>", "ab")]
    [InlineData("<xmp><b>literal</b></xmp>", "&lt;b&gt;literal&lt;/b&gt;")]
    public void Text_of_an_unknown_tag_is_kept(string body, string expected) =>
        Assert.Equal(expected, _sanitizer.Sanitize(body, TestContext.Current.CancellationToken).Html);

    [Theory]
    [InlineData("script")]
    [InlineData("style")]
    [InlineData("template")]
    [InlineData("svg")]
    [InlineData("math")]
    [InlineData("iframe")]
    [InlineData("object")]
    [InlineData("noscript")]
    public void Content_that_is_no_text_for_a_person_goes_with_its_tag(string tag) =>
        Assert.Equal("ab", _sanitizer.Sanitize($"a<{tag}>inside</{tag}>b", TestContext.Current.CancellationToken).Html);

    [Fact]
    public void Notice_says_what_was_left_out()
    {
        var sanitized = _sanitizer.Sanitize(
            "<script>1</script><p onclick=x style=y>a<img src=z><img src=z></p><a href=/x>b</a><!--c-->", TestContext.Current.CancellationToken);

        Assert.Equal(
            "Left out for safety: 2 scripts, 1 style, 2 pictures or other media, 1 unsafe link, 1 hidden comment.", sanitized.Notice);
    }

    [Fact]
    public void Host_in_look_alike_letters_shows_its_ascii_form()
    {
        var html = _sanitizer.Sanitize("<a href='https://m\u0430ke.com/'>make.com</a>", TestContext.Current.CancellationToken).Html;

        Assert.Equal("https://xn--mke-6cd.com/", SanitizedMarkup.Parse(html).QuerySelector("a")!.GetAttribute("href"));
    }
}
