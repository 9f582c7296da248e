using Dashboard.Testing;

namespace Dashboard.Web.Tests.Connections;

/// <summary>The way a person's browser takes from the connections page over Make's consent page and back.</summary>
internal static class OAuthRoad
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Signs in and allows access as the same person.</summary>
    /// <returns>Where the portal sends the person in the end.</returns>
    public static async Task<string?> ConnectAsync(Browser browser, string email)
    {
        (await browser.SignInAsync(email, cancellationToken: Cancellation)).Dispose();
        return await AllowAsync(browser, email);
    }

    /// <summary>Allows access as one of the sandbox's people.</summary>
    /// <returns>Where the portal sends the person in the end.</returns>
    public static async Task<string?> AllowAsync(Browser browser, string email) => await ReturnAsync(browser, await DecideAsync(browser, await BeginAsync(browser), email));

    /// <summary>Presses "Connect".</summary>
    /// <returns>Where the portal sends the person: the consent page, or a page of its own.</returns>
    public static async Task<Uri> BeginAsync(Browser browser, string environment = ConnectedApp.Environment)
    {
        var form = new Dictionary<string, string> { ["environment"] = environment, ["__RequestVerificationToken"] = await browser.HeaderTokenAsync(Cancellation) };
        using var answer = await browser.PostAsync("/make/connect", form, Cancellation);
        Assert.NotNull(answer.Headers.Location);
        return answer.Headers.Location;
    }

    /// <summary>Presses a button of the consent page.</summary>
    /// <returns>Where Make sends the person.</returns>
    public static async Task<Uri> DecideAsync(Browser browser, Uri consent, string button)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["account"] = button });
        using var answer = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, consent) { Content = form }, Cancellation);
        Assert.Equal("/make/callback", answer.Headers.Location?.AbsolutePath);
        return answer.Headers.Location!;
    }

    /// <summary>Comes back to the portal.</summary>
    /// <returns>Where the portal sends the person.</returns>
    public static async Task<string?> ReturnAsync(Browser browser, Uri callback)
    {
        using var answer = await browser.GetAsync(callback.PathAndQuery, Cancellation);
        return answer.Headers.Location?.OriginalString;
    }
}
