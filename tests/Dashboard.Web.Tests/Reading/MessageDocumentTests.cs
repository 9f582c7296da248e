using AngleSharp.Html.Parser;
using Dashboard.Web.Reading;

namespace Dashboard.Web.Tests.Reading;

public class MessageDocumentTests
{
    private static readonly MessageTheme Theme = new("#fff", "rgba(1, 2, 3, 0.5)", "#1a2b3c", "hsl(0 0% 90%)", Dark: false);

    private static readonly ReadableBody Body = new()
    {
        Html = "<p>a</p>",
        Text = "a",
        Source = "<p onclick=x>a</p></pre><script>1</script>",
        Shown = BodyShape.Html,
        Notice = null,
        Parts = [],
        Details = [],
    };

    [Fact]
    public void Document_begins_with_its_policy()
    {
        var document = MessageDocument.Build(Body, Theme, asText: false);

        Assert.StartsWith(
            """<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'"><meta charset="utf-8"><base target="_blank"><style>""",
            document,
            StringComparison.Ordinal);
        Assert.EndsWith("</style><body><p>a</p>", document, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, BodyShape.Html)]
    [InlineData(false, BodyShape.Text)]
    public void Document_as_text_shows_the_source_escaped(bool asText, BodyShape shown)
    {
        var document = new HtmlParser().ParseDocument(MessageDocument.Build(Body with { Shown = shown }, Theme, asText));

        Assert.Equal("pre", Assert.Single(document.Body!.Children).LocalName);
        Assert.Equal(Body.Source, document.Body.TextContent);
    }

    [Theory]
    [InlineData(true, "color-scheme: dark;")]
    [InlineData(false, "color-scheme: light;")]
    public void Document_wears_the_pages_colours(bool dark, string scheme)
    {
        var style = new HtmlParser().ParseDocument(MessageDocument.Build(Body, Theme with { Dark = dark }, asText: false))
            .QuerySelector("style")!.TextContent;

        Assert.Contains(scheme, style, StringComparison.Ordinal);
        Assert.All(["#fff", "rgba(1, 2, 3, 0.5)", "#1a2b3c", "hsl(0 0% 90%)"], colour => Assert.Contains(colour, style, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("red")]
    [InlineData("#ff")]
    [InlineData("#fff\n")]
    [InlineData("#fff;} body{display:none")]
    [InlineData("</style><script>1</script>")]
    [InlineData("rgb(1,2,3);background:url(x)")]
    [InlineData("rgb(var(--x))")]
    [InlineData("url(https://e.example)")]
    public void Colour_written_otherwise_is_refused(string colour)
    {
        Assert.Throws<ArgumentException>(() => new MessageTheme(colour, "#000", "#000", "#000", Dark: false));
        Assert.Throws<ArgumentException>(() => new MessageTheme("#000", colour, "#000", "#000", Dark: false));
        Assert.Throws<ArgumentException>(() => new MessageTheme("#000", "#000", colour, "#000", Dark: false));
        Assert.Throws<ArgumentException>(() => new MessageTheme("#000", "#000", "#000", colour, Dark: false));
    }
}
