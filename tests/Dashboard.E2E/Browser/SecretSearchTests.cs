using System.Text;

namespace Dashboard.E2E.Browser;

/// <summary>A search that finds nothing proves nothing unless it finds what is there.</summary>
public sealed class SecretSearchTests
{
    private const string Secret = "0f0e0d0c-1111-4111-8111-0123456789ab";

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Search_finds_a_secret_in_every_form(int before)
    {
        var text = new string('x', before) + Secret + " and more";
        byte[][] forms =
        [
            Encoding.UTF8.GetBytes(text),
            Encoding.UTF8.GetBytes(text.Replace("-", "", StringComparison.Ordinal)),
            Encoding.Unicode.GetBytes(text),
            Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(text))),
            Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.Unicode.GetBytes(text))),
        ];

        Assert.All(forms, form => Assert.Single(new SecretSearch([Secret]).FindIn([("here", form)])));
        Assert.Empty(new SecretSearch([Secret]).FindIn([("there", Encoding.UTF8.GetBytes(Secret[..^1]))]));
    }
}
