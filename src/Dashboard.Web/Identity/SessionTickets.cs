using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Dashboard.Web.Data;
using Dashboard.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Identity;

/// <summary>
/// Keeps what a sign-in said about a person in the session's row, sealed for its owner and for the cookie that carries the row's random key:
/// whoever can write to the database can put no session into another's hands. Without the key ring neither opens, and the person signs in again.
/// </summary>
internal sealed class SessionTickets(
    Sessions sessions, SessionUse use, SignInRules rules, IDataProtectionProvider protection, IOptions<SessionsOptions> options, TimeProvider time) : ITicketStore
{
    private const int KeyBytes = 32;

    /// <summary>
    /// From here on the request begins a session of its own: one that its cookie names is ended, not carried on. Otherwise whoever had slipped
    /// their own cookie to a person would be signed in as that person.
    /// </summary>
    public static void BeginAnew(HttpContext context) => context.Features.Set(new Anew());

    /// <summary>Why the session that a request's cookie names is over; <see langword="null"/> where it lives or there is none.</summary>
    public static SessionEnd? EndOf(HttpContext context) => context.Features.Get<Over>()?.Why;

    public async Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var (key, id, now) = (RandomNumberGenerator.GetHexString(2 * KeyBytes, lowercase: true), Guid.NewGuid(), time.GetUtcNow());
        var keyHash = HashOf(key);
        var owner = UserKey.Required(ticket.Principal).ToString();
        ((ClaimsIdentity)ticket.Principal.Identity!).AddClaim(new Claim(Sessions.ClaimType, id.ToString()));
        var account = ticket.Principal.FindFirstValue("preferred_username") ?? "";
        var session = new SessionRecord
        {
            Id = id,
            KeyHash = keyHash,
            Owner = owner,
            Name = ticket.Principal.FindFirstValue("name") ?? account,
            Account = account,
            Browser = BrowserName.Of(httpContext.Request.Headers.UserAgent.ToString()),
            ProviderSession = ticket.Principal.FindFirstValue("sid"),
            Ticket = Protector(owner, id, keyHash).Protect(TicketSerializer.Default.Serialize(ticket)),
            BeganAt = now,
            UsedAt = now,
            ExpiresAt = now + options.Value.Lifetime,
        };
        await sessions.BeginAsync(session, cancellationToken);
        return key;
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken)
    {
        if (httpContext.Features.Get<Anew>() is not null)
        {
            await RemoveAsync(key, SessionEnd.SignedInAnew);
            return null;
        }

        var session = await sessions.FindAsync(HashOf(key), cancellationToken);
        var end = session is null ? SessionEnd.Unknown : sessions.EndOf(session);
        var ticket = end is null ? Open(session!) : null;
        // Whom the settings let in may have changed since the sign-in.
        if (ticket is null || rules.RefusalOf(ticket.Principal) is not null)
        {
            httpContext.Features.Set(new Over(end ?? SessionEnd.Unknown));
            return null;
        }

        // The line of an open page asks by itself, above all where no WebSocket comes through; what is done with the page is told by SessionActivity.
        if (!httpContext.Request.Path.StartsWithSegments("/_blazor"))
            use.Mark(session!.Id);
        return ticket;
    }

    public Task RemoveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken) => RemoveAsync(key, SessionEnd.SignedOut);

    /// <summary>Nothing renews a session: its lifetime is fixed when it begins, and a new sign-in begins another.</summary>
    public Task RenewAsync(string key, AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken) => throw NoContext();

    public Task<string> StoreAsync(AuthenticationTicket ticket) => throw NoContext();

    public Task RenewAsync(string key, AuthenticationTicket ticket) => throw NoContext();

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => throw NoContext();

    public Task RemoveAsync(string key) => throw NoContext();

    private static NotSupportedException NoContext() => new("The cookie handler passes the request, and renews nothing.");

    private static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private async Task RemoveAsync(string key, SessionEnd why)
    {
        var hash = HashOf(key);
        await sessions.EndAsync(row => row.KeyHash == hash, why);
    }

    private AuthenticationTicket? Open(SessionRecord session)
    {
        try
        {
            return TicketSerializer.Default.Deserialize(Protector(session.Owner, session.Id, session.KeyHash).Unprotect(session.Ticket));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(string owner, Guid session, string keyHash) =>
        protection.CreateProtector("Dashboard.Identity.SessionTickets", "v2", owner, session.ToString("N"), keyHash);

    private sealed record Anew;

    private sealed record Over(SessionEnd Why);
}
