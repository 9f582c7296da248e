using Dashboard.Web.Inbox;

namespace Dashboard.Web.Tests.Inbox;

public sealed class AlphabetTests
{
    // Beside plain letters: signs between capitals and small ones, letters outside of ASCII with capitals of their own, those whose capital
    // would be in ASCII (ı, ſ), a pair of surrogates with a capital, a half of one, and the lowest character there is.
    private static readonly string[] Pieces = ["a", "A", "b", "z", "Z", "[", "_", "`", " ", "1", "é", "É", "ı", "ſ", "K", "ß", "日", "\U00010428", "\U00010400", "\ud801", "\0", "\u007f", "\u0080", "\uffff", "Encountered error in ", " scenario"];

    [Fact]
    public void Texts_stand_as_a_comparison_that_ignores_case_would_put_them()
    {
        var random = new Random(14);
        for (var round = 0; round < 300; round++)
        {
            var prefix = string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            string[] texts = [.. Enumerable.Range(0, random.Next(1, 400))
                .Select(_ => (random.Next(2) == 0 ? prefix : "") + string.Concat(Enumerable.Range(0, random.Next(round % 12)).Select(_ => Pieces[random.Next(Pieces.Length)])))
                .Distinct()];
            var first = random.Next(texts.Length);

            var ordered = Alphabet.Ordered(texts, first, CancellationToken.None);

            Assert.Equal(texts[first..].Order(StringComparer.Ordinal).OrderBy(text => text, StringComparer.OrdinalIgnoreCase), ordered.Select(number => texts[number]));
        }
    }

    [Fact]
    public void Long_texts_that_differ_late_are_told_apart()
    {
        var start = new string('x', 100_000);
        string[] texts = [.. Enumerable.Range(0, 100).Select(number => $"{start}{number:000}").Reverse()];

        Assert.Equal(Enumerable.Range(0, 100).Reverse(), Alphabet.Ordered(texts, 0, CancellationToken.None));
    }

    [Fact]
    public void Sorting_is_given_up_when_nobody_wants_it()
    {
        string[] texts = [.. Enumerable.Range(0, 20_000).Select(number => $"Subject {number}")];
        using var gone = new CancellationTokenSource();
        gone.Cancel();

        Assert.Throws<OperationCanceledException>(() => Alphabet.Ordered(texts, 0, gone.Token));
    }
}
