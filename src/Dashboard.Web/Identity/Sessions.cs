using System.Linq.Expressions;
using System.Security.Claims;
using Dashboard.Web.Data;
using Dashboard.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Identity;

/// <summary>Who is signed in where. A cookie names a session; whether it still lives is known here, so that ending it ends every copy of the cookie.</summary>
public sealed partial class Sessions(
    IDbContextFactory<DashboardDb> databases, SessionUse use, SessionPages pages, IOptions<SessionsOptions> options, TimeProvider time, ILogger<Sessions> log)
{
    /// <summary>The claim that carries a session's id.</summary>
    public const string ClaimType = "dashboard_session";

    /// <summary>How long it is kept why a session is over.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    /// <summary>The session of a sign-in; <see langword="null"/> for nobody's.</summary>
    public static Guid? IdOf(ClaimsPrincipal person) => Guid.TryParse(person.FindFirstValue(ClaimType), out var id) ? id : null;

    /// <summary>Begins a session, and forgets those that are long over.</summary>
    public async Task BeginAsync(SessionRecord session, CancellationToken cancellationToken)
    {
        var longAgo = time.GetUtcNow() - Memory;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.Sessions.Where(row => row.ExpiresAt <= longAgo).ExecuteDeleteAsync(cancellationToken);
        database.Sessions.Add(session);
        await database.SaveChangesAsync(cancellationToken);
        Log.Began(log, session.Id, session.Owner);
    }

    /// <summary>The session that a cookie's key belongs to, living or over; <see langword="null"/> for none.</summary>
    /// <param name="keyHash">As <see cref="SessionRecord.KeyHash"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SessionRecord?> FindAsync(string keyHash, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Sessions.AsNoTracking().SingleOrDefaultAsync(row => row.KeyHash == keyHash, cancellationToken);
    }

    /// <summary>Why a session is over; <see langword="null"/> while it lives.</summary>
    public SessionEnd? EndOf(SessionRecord session) => EndOf(session.Id, session.End, session.UsedAt, session.ExpiresAt);

    /// <summary>A person's live sessions, the one used last first; <see langword="null"/> while the database can't be read.</summary>
    public Task<IReadOnlyList<Session>?> ListAsync(string owner, CancellationToken cancellationToken) => ListAsync(row => row.Owner == owner, cancellationToken);

    /// <summary>Everyone's live sessions, the one used last first; <see langword="null"/> while the database can't be read.</summary>
    public Task<IReadOnlyList<Session>?> ListAsync(CancellationToken cancellationToken) => ListAsync(row => true, cancellationToken);

    /// <summary>Ends sessions at once: their cookies open nothing more, and their open pages close, those of other processes within seconds.</summary>
    /// <param name="which">Those meant, among those not ended yet.</param>
    /// <param name="why">What is told to whoever comes back.</param>
    /// <returns>How many there were. It can't be cancelled: who has asked for it and closed the browser is signed out.</returns>
    public async Task<int> EndAsync(Expression<Func<SessionRecord, bool>> which, SessionEnd why)
    {
        await using var database = await databases.CreateDbContextAsync();
        var ids = await database.Sessions.Where(row => row.End == null).Where(which).Select(row => row.Id).ToListAsync();
        var name = why.ToString();
        await database.Sessions.Where(row => ids.Contains(row.Id) && row.End == null)
            .ExecuteUpdateAsync(row => row.SetProperty(session => session.End, name).SetProperty(session => session.Ticket, Array.Empty<byte>()));
        foreach (var id in ids)
        {
            pages.End(id, why);
            Log.Ended(log, id, why);
        }

        return ids.Count;
    }

    /// <summary>Writes down when sessions were used.</summary>
    /// <param name="everything">Also what is younger than <see cref="SessionUse.Precision"/>.</param>
    /// <param name="cancellationToken">Gives up; what was not written stays to be written.</param>
    public async Task WriteUseAsync(bool everything, CancellationToken cancellationToken)
    {
        use.Forget(time.GetUtcNow() - options.Value.IdleTimeout);
        if (use.ToWrite(everything) is not { Count: > 0 } uses)
            return;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var together = await database.Database.BeginTransactionAsync(cancellationToken);
        foreach (var (session, usedAt) in uses)
            await database.Sessions.Where(row => row.Id == session && row.UsedAt < usedAt).ExecuteUpdateAsync(row => row.SetProperty(one => one.UsedAt, usedAt), cancellationToken);
        await together.CommitAsync(cancellationToken);
        foreach (var (session, usedAt) in uses)
            use.Wrote(session, usedAt);
    }

    /// <summary>Closes the open pages of sessions that are over: ended in another process, too old, or not used for too long.</summary>
    public async Task CloseOverAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var sessions in pages.Sessions.Chunk(500))
        {
            var rows = await database.Sessions.AsNoTracking().Where(row => sessions.Contains(row.Id))
                .Select(row => new { row.Id, row.End, row.UsedAt, row.ExpiresAt }).ToDictionaryAsync(row => row.Id, cancellationToken);
            foreach (var session in sessions)
            {
                var why = rows.TryGetValue(session, out var row) ? EndOf(session, row.End, row.UsedAt, row.ExpiresAt) : SessionEnd.Unknown;
                if (why is not null)
                    pages.End(session, why.Value);
            }
        }
    }

    private async Task<IReadOnlyList<Session>?> ListAsync(Expression<Func<SessionRecord, bool>> which, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        try
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            var rows = await database.Sessions.AsNoTracking().Where(row => row.End == null && row.ExpiresAt > now).Where(which)
                .Select(row => new Session(row.Id, row.Owner, row.Name, row.Account, row.Browser, row.BeganAt, row.UsedAt, row.ExpiresAt))
                .ToListAsync(cancellationToken);
            return [.. rows.Select(row => row with { UsedAt = use.Latest(row.Id, row.UsedAt) })
                .Where(row => EndOf(row.Id, null, row.UsedAt, row.ExpiresAt) is null)
                .OrderByDescending(row => row.UsedAt)];
        }
        catch (Exception trouble) when (DatabaseTrouble.IsIn(trouble))
        {
            Log.Unreadable(log, trouble);
            return null;
        }
    }

    private SessionEnd? EndOf(Guid session, string? end, DateTimeOffset usedAt, DateTimeOffset expiresAt)
    {
        var now = time.GetUtcNow();
        if (end is not null)
            return Enum.TryParse<SessionEnd>(end, out var why) ? why : SessionEnd.Unknown;
        if (now >= expiresAt)
            return SessionEnd.TooOld;
        return now >= use.Latest(session, usedAt) + options.Value.IdleTimeout ? SessionEnd.Unused : null;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The session {Session} of {Owner} began.")]
        public static partial void Began(ILogger logger, Guid session, string owner);

        [LoggerMessage(LogLevel.Warning, "The sessions can't be read.")]
        public static partial void Unreadable(ILogger logger, Exception trouble);

        [LoggerMessage(LogLevel.Information, "The session {Session} was ended: {Why}.")]
        public static partial void Ended(ILogger logger, Guid session, SessionEnd why);
    }
}
