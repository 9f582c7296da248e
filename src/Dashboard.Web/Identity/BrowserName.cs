namespace Dashboard.Web.Identity;

/// <summary>Tells a browser in words that its owner recognizes.</summary>
public static class BrowserName
{
    // Each claims to be those below it, too, so the first that fits is meant.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("Windows", "Windows"), ("iPhone", "an iPhone"), ("iPad", "an iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ];

    /// <summary>The browser and what it runs on, such as <c>Chrome on Windows</c>.</summary>
    /// <param name="userAgent">The header; whatever it holds, only known words come out.</param>
    public static string Of(string userAgent)
    {
        var (browser, system) = (Find(Browsers, userAgent), Find(Systems, userAgent));
        if (browser is null && system is null)
            return "An unknown browser or program";
        return system is null ? browser! : $"{browser ?? "An unknown browser"} on {system}";
    }

    private static string? Find((string Sign, string Name)[] known, string userAgent) =>
        known.FirstOrDefault(one => userAgent.Contains(one.Sign, StringComparison.Ordinal)).Name;
}
