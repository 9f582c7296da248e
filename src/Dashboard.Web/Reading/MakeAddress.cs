using System.Text.RegularExpressions;

namespace Dashboard.Web.Reading;

/// <summary>
/// Reads what an address in Make names: the form in published bodies,
/// <c>/scenario/86/log/{execution}</c>, <c>/organization/2</c>, <c>/team/1</c>, and today's,
/// <c>/{team}/scenarios/{scenario}/logs/{execution}</c>.
/// </summary>
internal static partial class MakeAddress
{
    /// <summary>What the address names, whatever its host; null where it names nothing of Make's.</summary>
    public static (PartKind Kind, string Id)? Read(Uri uri)
    {
        if (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp) return null;
        var path = Path().Match(uri.AbsolutePath);
        if (!path.Success) return null;
        if (path.Groups["execution"] is { Success: true } execution) return (PartKind.Execution, execution.Value);
        if (path.Groups["scenario"] is { Success: true } scenario) return (PartKind.Scenario, scenario.Value);
        return path.Groups["team"] is { Success: true } team
            ? (PartKind.Team, team.Value)
            : (PartKind.Organization, path.Groups["organization"].Value);
    }

    [GeneratedRegex(
        """
        ^/(?:
            organization/(?<organization>[0-9]{1,20})
          | team/(?<team>[0-9]{1,20})
          | (?:scenario|[0-9]{1,20}/scenarios)/(?<scenario>[0-9]{1,20}) (?:/logs?(?:/(?<execution>[0-9a-fA-F]{32}))?)?
        )/?\z
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Path();
}
