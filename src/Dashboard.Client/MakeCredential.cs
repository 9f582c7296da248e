using System.Net.Http.Headers;

namespace Dashboard.Client;

/// <summary>A secret Make accepts. It shows itself nowhere but in the header of the request it is meant for.</summary>
public sealed class MakeCredential : IEquatable<MakeCredential>
{
    private MakeCredential(string scheme, string token)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        // Checked here, so that no later message has to quote the header it could not set.
        if (token.AsSpan().ContainsAnyExceptInRange('!', '~'))
            throw new ArgumentException("A token has only visible ASCII characters.", nameof(token));

        Header = new AuthenticationHeaderValue(scheme, token);
    }

    /// <summary>What the Authorization header says.</summary>
    internal AuthenticationHeaderValue Header { get; }

    /// <summary>An API token from the user's profile at Make: sent as <c>Token …</c>.</summary>
    public static MakeCredential ApiToken(string token) => new("Token", token);

    /// <summary>An OAuth 2.0 access token: sent as <c>Bearer …</c>.</summary>
    public static MakeCredential OAuth(string accessToken) => new("Bearer", accessToken);

    /// <inheritdoc />
    public bool Equals(MakeCredential? other) => other is not null && Header.Equals(other.Header);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as MakeCredential);

    /// <inheritdoc />
    public override int GetHashCode() => Header.GetHashCode();

    /// <summary>The kind of credential, never the secret.</summary>
    public override string ToString() => $"{Header.Scheme} (hidden)";
}
