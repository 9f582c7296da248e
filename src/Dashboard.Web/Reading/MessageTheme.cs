using System.Text.RegularExpressions;

namespace Dashboard.Web.Reading;

/// <summary>
/// The page's colours for a message: a frame inherits none. Each is a CSS colour written as <c>#rgb</c> to <c>#rrggbbaa</c> or as
/// <c>rgb()</c>, <c>rgba()</c>, <c>hsl()</c> or <c>hsla()</c> with numbers; they are written into a style sheet, so nothing else is taken.
/// </summary>
/// <exception cref="ArgumentException">A colour is written any other way.</exception>
public sealed partial record MessageTheme(string Background, string Text, string Link, string CodeBackground, bool Dark)
{
    /// <summary>Colour behind the message.</summary>
    public string Background { get; } = Checked(Background, nameof(Background));

    /// <summary>Colour of its words.</summary>
    public string Text { get; } = Checked(Text, nameof(Text));

    /// <summary>Colour of its links.</summary>
    public string Link { get; } = Checked(Link, nameof(Link));

    /// <summary>Colour behind lines of code.</summary>
    public string CodeBackground { get; } = Checked(CodeBackground, nameof(CodeBackground));

    private static string Checked(string colour, string name) => Colour().IsMatch(colour)
        ? colour
        : throw new ArgumentException($"'{colour}' is not a colour like #1a2b3c or rgb(1, 2, 3).", name);

    [GeneratedRegex(@"^(?:#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|(?:rgb|hsl)a?\([0-9., %/]+\))\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Colour();
}
