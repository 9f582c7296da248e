using Superpower;
using Superpower.Parsers;

namespace Dashboard.Web.Inbox.Query;

/// <summary>How comparisons are written.</summary>
internal static class ComparisonSigns
{
    public static readonly TextParser<Comparison> Parser =
        Span.EqualTo("<=").Value(Comparison.AtMost).Try()
            .Or(Span.EqualTo(">=").Value(Comparison.AtLeast).Try())
            .Or(Character.EqualTo('<').Value(Comparison.Less))
            .Or(Character.EqualTo('>').Value(Comparison.Greater));

    /// <summary>The sign in front of a value; nothing for "equal".</summary>
    public static string Sign(this Comparison comparison) => comparison switch
    {
        Comparison.Less => "<",
        Comparison.AtMost => "<=",
        Comparison.AtLeast => ">=",
        Comparison.Greater => ">",
        _ => "",
    };
}
