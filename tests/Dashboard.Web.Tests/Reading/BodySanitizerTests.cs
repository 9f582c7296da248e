using System.Net;
using Dashboard.Testing;
using Dashboard.Web.Reading;

namespace Dashboard.Web.Tests.Reading;

public class BodySanitizerTests
{
    private static readonly HashSet<string> Hosts = ["eu1.make.example", "local.make.cloud"];

    private readonly BodySanitizer _sanitizer = new();

    public static TheoryData<string> Attacks => [.. HostileBodies.All.Select(body => body.ToString())];

    public static TheoryData<string> Benign => [.. BenignBodies.All.Select(body => body.Name)];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Attack_leaves_only_listed_markup_and_reads_the_same_again(string name)
    {
        var attack = HostileBodies.Named(name);

        var sanitized = Sanitize(attack.Html);

        Assert.True(sanitized.Shown == BodyShape.Html || attack.Class == "size and nesting");
        SanitizedMarkup.AssertClean(sanitized.Html);
        var own = SanitizedMarkup.WithoutNotes(sanitized.Html);
        Assert.Equal(own, SanitizedMarkup.WithoutNotes(Sanitize(own).Html));
    }

    [Fact]
    public void Attack_in_pieces_leaves_only_listed_markup()
    {
        var vectors = HostileBodies.All.Select(body => body.Html).Where(html => html.Length < 2_000).ToArray();
        foreach (var (first, second) in vectors.Zip(vectors.Skip(17).Concat(vectors.Take(17))))
            SanitizedMarkup.AssertClean(Sanitize($"<ul><li>{first}{second}</li></ul>").Html);
    }

    [Theory]
    [MemberData(nameof(Benign))]
    public void Benign_body_stays_as_it_is(string name)
    {
        var body = BenignBodies.All.Single(benign => benign.Name == name);

        var sanitized = Sanitize(body.Html);

        Assert.Equal(SanitizedMarkup.AsSent(body.Expected), SanitizedMarkup.WithoutNotes(sanitized.Html));
        Assert.Null(sanitized.Notice);
    }

    [Theory]
    [InlineData("<p>Unexpected <string> in line 3</p><p>next</p>", "<p>Unexpected &lt;string&gt; in line 3</p><p>next</p>")]
    [InlineData("<section><p>a</p><font color=red>b</font></section>", "<p>a</p>b")]
    [InlineData("<form>a<label>b</label></form>", "ab")]
    [InlineData("<xmp><b>literal</b></xmp>", "&lt;b&gt;literal&lt;/b&gt;")]
    [InlineData("<abbr title='List<string>'>a</abbr>", "<abbr title=\"List&lt;string&gt;\">a</abbr>")]
    [InlineData("a<!-- <x> -->b", "ab")]
    [InlineData("</x>a</ x>b<X/>", "&lt;/x&gt;ab&lt;X/&gt;")]
    [InlineData("<B>a</B><scriptx>b", "<b>a</b>&lt;scriptx&gt;b")]
    [InlineData("<", "&lt;")]
    [InlineData("<x", "&lt;x")]
    public void Text_of_an_unknown_tag_is_kept(string body, string expected) => Assert.Equal(expected, Sanitize(body).Html);

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
        Assert.Equal("ab", Sanitize($"a<{tag}>inside</{tag}>b").Html);

    [Fact]
    public void Notice_says_what_was_left_out()
    {
        var sanitized = Sanitize("<script>1</script><p onclick=x style=y>a<img src=z><img src=z></p><a href=/x>b</a><!--c-->");

        Assert.Equal(
            "Left out for safety: 2 scripts, 1 style, 2 pictures or other media, 1 unsafe link, 1 hidden comment.", sanitized.Notice);
    }

    [Theory]
    [InlineData("a<template>inside</template>b")]
    [InlineData("a<div><template shadowrootmode=open>inside</template></div>b")]
    public void Notice_says_that_a_template_went_with_what_was_in_it(string body)
    {
        var sanitized = Sanitize(body);

        Assert.DoesNotContain("inside", sanitized.Html, StringComparison.Ordinal);
        Assert.Equal("Left out for safety: 1 embedded page.", sanitized.Notice);
    }

    [Fact]
    public void Host_in_look_alike_letters_shows_its_ascii_form()
    {
        var html = Sanitize("<a href='https://m\u0430ke.com/'>make.com</a>").Html;

        Assert.Equal("https://xn--mke-6cd.com/", SanitizedMarkup.Parse(html).QuerySelector("a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("https://eu1.make.example/team/1", null)]
    [InlineData("https://eu1.make.example:8443/", "opens eu1.make.example:8443")]
    [InlineData("https://www.vendor.example/a?b=c#d", "opens www.vendor.example")]
    [InlineData("http://vendor.example:8080/", "opens vendor.example:8080")]
    [InlineData("https://m\u0430ke.com/", "opens xn--mke-6cd.com: looks like make.com but is not, mixes Latin and Cyrillic letters")]
    [InlineData("mailto:help@vendor.example?subject=x", "writes to help@vendor.example")]
    [InlineData("mailto:help@make.com?bcc=other@evil.example", "writes to help@make.com and others")]
    [InlineData("mailto:?to=other@evil.example", "writes to whom its sender chose and others")]
    public void Link_that_leaves_make_says_beside_it_where_to(string address, string? note)
    {
        var body = SanitizedMarkup.Parse(Sanitize($"<p><a href='{address}'>x</a> y</p>").Html);

        Assert.Equal(note, body.QuerySelector("p > a + [role=note]")?.TextContent.Trim());
        Assert.EndsWith(" y", body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Body_writes_no_note_of_the_portals()
    {
        var forged = Sanitize("""<a href="https://evil.example/">x</a><span class="leads-to" role="note"> opens eu1.make.example</span>""").Html;

        var note = Assert.Single(SanitizedMarkup.Parse(forged).QuerySelectorAll("[role=note], [class]"));
        Assert.Equal("opens evil.example", note.TextContent.Trim());
    }

    [Fact]
    public void Note_shows_markup_in_an_address_as_text()
    {
        var html = Sanitize($"<a href=\"mailto:{WebUtility.HtmlEncode("\"<img src=x>\"@evil.example")}\">x</a>").Html;

        SanitizedMarkup.AssertClean(html);
    }

    private SanitizedBody Sanitize(string body) => _sanitizer.Sanitize(body, Hosts, TestContext.Current.CancellationToken);
}
