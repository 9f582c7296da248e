using Dashboard.Web.Reading;

namespace Dashboard.Web.Tests.Reading;

public class LinkWarningsTests
{
    private static readonly HashSet<string> Hosts = ["eu1.make.com", "eu1.make.example", "automation.acme-works.com", "flows.celonis.co.uk", "localhost:5090", "127.0.0.1:5090"];

    private const string LooksLikeMake = "looks like make.com but is not";

    /// <summary>Hosts that are what they say, with a text that says the same or nothing about it.</summary>
    [Theory]
    [InlineData("https://www.make.com/en/help", "help")]
    [InlineData("https://make.com/", "make.com")]
    [InlineData("https://community.make.com/", "Make community")]
    [InlineData("https://us2.make.com/scenario/1", "us2.make.com")]
    [InlineData("https://eu1.make.example:8443/", "x")]
    [InlineData("https://automation.acme-works.com:8443/", "x")]
    [InlineData("https://www.acme-works.com/", "x")]
    [InlineData("https://celonis.co.uk/", "x")]
    [InlineData("https://docs.google.com/spreadsheets/d/1", "Google Sheets")]
    [InlineData("https://api.github.com/repos", "https://api.github.com/repos")]
    [InlineData("https://www.vendor.example/", "vendor.example")]
    [InlineData("https://vendor.example/", "www.vendor.example")]
    [InlineData("https://docs.vendor.example/", "https://vendor.example")]
    [InlineData("https://developer.mozilla.org/", "Node.js and List<string> v1.2.3 in index.html")]
    [InlineData("https://learn.microsoft.com/", "ASP.NET")]
    [InlineData("https://socket.io/docs", "Socket.IO")]
    [InlineData("https://vendor.example/", "write to help@make.com")]
    [InlineData("https://maker.ifttt.com/", "webhook")]
    [InlineData("https://www.remake.io/", "Remake")]
    [InlineData("https://makers.example/", "Makers")]
    [InlineData("https://lake.example/", "lake")]
    [InlineData("https://some-make-and-model.example/", "cars")]
    [InlineData("https://make.wordpress.org/core", "WordPress")]
    [InlineData("https://example.co.uk/", "x")]
    [InlineData("mailto:help@make.com", "help@make.com")]
    [InlineData("mailto:someone@vendor.example", "someone")]
    public void Honest_link_is_not_warned_of(string address, string text) => Assert.Empty(Of(address, text));

    [Theory]
    [InlineData("https://m\u0430ke.com/", LooksLikeMake, "mixes Latin and Cyrillic letters")]
    [InlineData("https://xn--mke-6cd.com/", LooksLikeMake, "mixes Latin and Cyrillic letters")]
    [InlineData("https://m\u03B1k\u03B5.com/", LooksLikeMake, "mixes Latin and Greek letters")]
    [InlineData("https://\u043C\u0430\u043A\u0435.com/", LooksLikeMake, "has letters beyond a to z")]
    [InlineData("https://mak\u1EB9.com/", LooksLikeMake, "has letters beyond a to z")]
    [InlineData("https://m\u00E4ke.com/", LooksLikeMake, "has letters beyond a to z")]
    [InlineData("https://www.rnake.com/", LooksLikeMake)]
    [InlineData("https://m4ke.com/", LooksLikeMake)]
    [InlineData("https://mak3.com/", LooksLikeMake)]
    [InlineData("https://amke.com/", LooksLikeMake)]
    [InlineData("https://maake.com/", LooksLikeMake)]
    [InlineData("https://makke.example/", LooksLikeMake)]
    [InlineData("https://make.co/", LooksLikeMake)]
    [InlineData("https://make.cm./", LooksLikeMake)]
    [InlineData("https://make.co.uk/", LooksLikeMake)]
    [InlineData("https://make.com.evil.example/", LooksLikeMake)]
    [InlineData("https://eu1.make.com.evil.example/", LooksLikeMake)]
    [InlineData("https://eu1.make.evil.example/", LooksLikeMake)]
    [InlineData("https://eu1-make-com.evil.example/", LooksLikeMake)]
    [InlineData("https://make-com.example/", LooksLikeMake)]
    [InlineData("https://makecom.example/", LooksLikeMake)]
    [InlineData("https://make-login.com/", LooksLikeMake)]
    [InlineData("https://login-make.example/", LooksLikeMake)]
    [InlineData("https://makesupport.example/", LooksLikeMake)]
    [InlineData("https://secure.make-account-verify.example/", LooksLikeMake)]
    [InlineData("https://acme-vvorks.com/", "looks like acme-works.com but is not")]
    [InlineData("https://automation.acme-works.evil.example/", "looks like acme-works.com but is not")]
    [InlineData("https://ce1onis.co.uk/", "looks like celonis.co.uk but is not")]
    [InlineData("mailto:help@rnake.com", LooksLikeMake)]
    [InlineData("https://b\u00FCcher.example/", "has letters beyond a to z")]
    [InlineData("https://xn--bcher-kva.example/", "has letters beyond a to z")]
    [InlineData("https://\u65E5\u672C.example/", "has letters beyond a to z")]
    [InlineData("https://p\u0430ypal.example/", "mixes Latin and Cyrillic letters")]
    [InlineData("https://xn--zzzzzzzz99999.example/", "has letters beyond a to z")]
    [InlineData("http://192.0.2.7/", "a number instead of a name")]
    [InlineData("http://3221225991/", "a number instead of a name")]
    [InlineData("http://[2001:db8::7]/", "a number instead of a name")]
    public void Host_that_is_not_what_it_looks_like_is_warned_of(string address, params string[] expected) => Assert.Equal(expected, Of(address, "Open"));

    [Theory]
    [InlineData("https://evil.example/", "https://eu1.make.com/scenario/86", "its text says eu1.make.com")]
    [InlineData("https://evil.example/", "eu1.make.com", "its text says eu1.make.com")]
    [InlineData("https://evil.example/", "Open EU1.MAKE.COM now", "its text says eu1.make.com")]
    [InlineData("https://evil.example/", "see www.bank.example.", "its text says www.bank.example")]
    [InlineData("https://evil.example/", "bank.com", "its text says bank.com")]
    [InlineData("https://evil.example/", "http://bank.co.uk/a?b=https://evil.example", "its text says bank.co.uk")]
    [InlineData("https://eu1.make.com.evil.example/", "eu1.make.com", LooksLikeMake, "its text says eu1.make.com")]
    [InlineData("https://evil.example/", "eu1.make\u200B.com", "its text says eu1.make.com")]
    [InlineData("https://evil.example/", "eu1.ma\u00ADke.com", "its text says eu1.make.com")]
    [InlineData("https://evil.example/", "eu1\u3002make\u3002com", "its text says eu1.make.com")]
    [InlineData("https://evil.example/", "eu1\u2024make\uFE52com", "its text says eu1.make.com")]
    [InlineData("https://evil.example/", "\uFF45\uFF55\uFF11\uFF0Emake.com", "its text says eu1.make.com")]
    [InlineData("https://evil.example/", "m\u0430ke.com", "its text says xn--mke-6cd.com")]
    public void Text_that_shows_another_host_is_warned_of(string address, string text, params string[] expected) => Assert.Equal(expected, Of(address, text));

    [Fact]
    public void Without_hosts_of_ones_own_make_is_still_protected() =>
        Assert.Equal([LooksLikeMake], new LinkWarnings(new HashSet<string>()).Of(SafeLink.Parse("https://eu1-make-com.example/")!, "x"));

    private static IReadOnlyList<string> Of(string address, string text) => new LinkWarnings(Hosts).Of(SafeLink.Parse(address)!, text);
}
