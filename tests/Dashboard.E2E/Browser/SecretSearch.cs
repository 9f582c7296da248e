using System.Text;

namespace Dashboard.E2E.Browser;

/// <summary>Looks for secrets in bytes: as they are written, without their dashes, as UTF-16, and inside base64 at any offset.</summary>
public sealed class SecretSearch
{
    private readonly byte[][] _forms;

    public SecretSearch(IEnumerable<string> secrets) => _forms = [.. secrets.SelectMany(FormsOf)];

    /// <summary>The places where one was found.</summary>
    public IEnumerable<string> FindIn(IEnumerable<(string Place, byte[] Content)> places) =>
        places.Where(place => Array.Exists(_forms, form => place.Content.AsSpan().IndexOf(form) >= 0)).Select(place => place.Place).Distinct();

    private static IEnumerable<byte[]> FormsOf(string secret)
    {
        foreach (var spelling in new[] { secret, secret.ToUpperInvariant(), secret.Replace("-", "", StringComparison.Ordinal) })
        {
            byte[][] encodings = [Encoding.UTF8.GetBytes(spelling), Encoding.Unicode.GetBytes(spelling)];
            foreach (var encoded in encodings)
            {
                yield return encoded;
                for (var offset = 0; offset < 3; offset++)
                    yield return Encoding.ASCII.GetBytes(Base64At(encoded, offset));
            }
        }
    }

    /// <summary>What stays the same of a secret's base64, whatever stands before and after it.</summary>
    private static string Base64At(byte[] secret, int offset)
    {
        var whole = Convert.ToBase64String([.. new byte[offset], .. secret]);
        var clean = (offset + secret.Length) / 3 * 4;
        return whole[(offset == 0 ? 0 : 4)..clean];
    }
}
