using AngleSharp;
using AngleSharp.Html.Parser;
using Dashboard.Testing;
using Dashboard.Web.Reading;
using Ganss.Xss;

namespace Dashboard.Web.Tests.Reading;

public sealed class BodyWriterTests
{
    [Fact]
    public void Bodies_are_written_to_the_letter_as_the_parsers_own_writer_does()
    {
        string[] bodies =
        [
            .. BenignBodies.All.Select(body => body.Html),
            .. HostileBodies.All.Where(body => body.Class != "size and nesting").Select(body => body.Html),
            "<pre>\n\nx</pre><pre>\nx</pre><textarea>\n\ny</textarea><listing>\n\nz</listing>",
            "<p title='\"&<>\u00A0'>a &amp; b &lt;\u00A0<br><hr/><img alt=x><wbr><!-- c --><b></b>",
            "<style>a > b { content: '<' }</style><script>1 < 2</script><xmp>a<b</xmp><noscript>a<b></noscript><template><p>t</template><iframe>i<b</iframe>",
            "<svg viewBox='0 0 1 1'><foreignObject><p>x</foreignObject><title>&lt;t></title></svg><math><mi>x</mi></math><plaintext>a<b",
        ];
        var parser = new HtmlParser();
        foreach (var body in bodies)
        {
            using var document = parser.ParseDocument(body);

            Assert.Equal(document.Body!.ChildNodes.ToHtml(HtmlFormatter.Instance), BodyWriter.Write(document.Body, HtmlFormatter.Instance));
        }
    }
}
