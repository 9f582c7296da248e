using System.Security.Cryptography;
using Dashboard.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Identity;

/// <summary>Who is signed in. A cookie says who somebody is; whether they still are signed in is known here, so that signing out ends every copy of it.</summary>
public sealed class Sessions(IDbContextFactory<DashboardDb> databases, TimeProvider time)
{
    /// <summary>The claim that carries a session's id.</summary>
    public const string ClaimType = "dashboard_session";

    /// <summary>How long a person stays signed in, whatever they do.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    /// <summary>A session was ended before its time; carries its id.</summary>
    public event Action<string>? Ended;

    /// <summary>Begins a session, and forgets those that are over.</summary>
    /// <returns>Its id, 128 random bits.</returns>
    public async Task<string> BeginAsync(string owner, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var session = new SessionRecord { Id = RandomNumberGenerator.GetHexString(32, lowercase: true), Owner = owner, ExpiresAt = now + Lifetime };
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.Sessions.Where(row => row.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        database.Sessions.Add(session);
        await database.SaveChangesAsync(cancellationToken);
        return session.Id;
    }

    public async Task<bool> IsLiveAsync(string? id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return id is not null && await database.Sessions.AnyAsync(row => row.Id == id && row.ExpiresAt > now, cancellationToken);
    }

    /// <summary>Ends a session at once: its cookie opens nothing more, and its open pages close.</summary>
    public async Task EndAsync(string id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.Sessions.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken);
        Ended?.Invoke(id);
    }
}
