using System.Text;

namespace Dashboard.Web.Identity;

/// <summary>Keeps a return address on this site.</summary>
public static class LocalUrl
{
    /// <summary>The address where it is a path of this site, else the home page; fit for a header, which holds ASCII alone.</summary>
    public static string OrHome(string? url) => IsLocal(url) ? Escaped(url!) : "/";

    private static string Escaped(string url) =>
        Ascii.IsValid(url) ? url : string.Concat(url.EnumerateRunes().Select(letter => letter.IsAscii ? letter.ToString() : Uri.EscapeDataString(letter.ToString())));

    // A second slash or a backslash makes browsers read the rest as a host; a control character is dropped by them and must not hide one.
    private static bool IsLocal(string? url) =>
        url is ['/', ..] && !url.AsSpan().ContainsAny('\\', '\r', '\n') && !url.Any(char.IsControl) && (url.Length == 1 || url[1] != '/');
}
