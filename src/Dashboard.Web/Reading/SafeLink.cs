using AngleSharp.Dom;

namespace Dashboard.Web.Reading;

/// <summary>The rules for a link in a body: where it may lead and how it opens.</summary>
internal static class SafeLink
{
    /// <summary>
    /// The address as a browser would open it, or null where the link must not be followed: relative (it would lead into the app),
    /// another scheme, or with a user name before the host (<c>https://make.com@evil.example</c>). The host comes back in its ASCII
    /// form, so that look-alike letters show.
    /// </summary>
    public static Uri? Parse(string href)
    {
        if (!Uri.TryCreate(href.Trim(), UriKind.Absolute, out var uri) || !AllowList.Schemes.Contains(uri.Scheme)) return null;
        // In mailto: the mailbox is the user info.
        if (uri.Scheme == Uri.UriSchemeMailto) return uri;
        if (uri.UserInfo.Length > 0) return null;
        try
        {
            return uri.IdnHost == uri.Host ? uri : new UriBuilder(uri) { Host = uri.IdnHost }.Uri;
        }
        catch (UriFormatException)
        {
            // The host has no ASCII form, so no browser could find it either.
            return null;
        }
    }

    /// <summary>Makes a link open beside the app, tell its target nothing, and say which host it opens.</summary>
    public static void Secure(IElement link, Uri uri)
    {
        link.SetAttribute("rel", "noopener noreferrer nofollow");
        link.SetAttribute("target", "_blank");
        link.SetAttribute("title", uri.Scheme == Uri.UriSchemeMailto ? "Writes an e-mail" : $"Opens {uri.Authority}");
    }
}
