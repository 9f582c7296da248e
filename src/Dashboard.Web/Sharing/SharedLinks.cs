using Dashboard.Client;
using Dashboard.Web.Data;
using Dashboard.Web.Identity;
using Dashboard.Web.Inbox;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Sharing;

/// <summary>
/// Links to a notification's detail. Inboxes at Make are personal, and whether colleagues' copies of one event share an id is not
/// documented: sharing records what names the event, and opening looks for it among the viewer's own.
/// </summary>
public sealed class SharedLinks(IDbContextFactory<DashboardDb> databases, TimeProvider time)
{
    /// <summary>Copies of one event are written one after the other; further apart than this, it is another event.</summary>
    private static readonly TimeSpan CopySpread = TimeSpan.FromMinutes(1);

    /// <summary>The path of a notification's page.</summary>
    public static string PathTo(NotificationKey key) => $"/notifications/{Uri.EscapeDataString(key.Zone)}/{key.Id}";

    /// <summary>Records what names the event behind a link, for viewers of the same tenant.</summary>
    /// <param name="sharer">Who shares; only the tenant is kept.</param>
    /// <param name="row">The sharer's own row.</param>
    /// <param name="organizationId">Make's organization, once the body was read.</param>
    /// <param name="executionId">Make's execution, once the body was read.</param>
    /// <param name="cancellationToken">Gives up; the link then works for the sharer alone.</param>
    public async Task RecordAsync(UserKey sharer, InboxRow row, string? organizationId, string? executionId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var (zone, id, fingerprint) = (row.Key.Zone.ToLowerInvariant(), row.Key.Id.ToString(), EventFingerprint.Of(row));
        var link = await database.SharedLinks.FirstOrDefaultAsync(
            known => known.Tenant == sharer.Tenant && known.Zone == zone && known.NotificationId == id && known.Fingerprint == fingerprint && known.Created == row.Created,
            cancellationToken);
        if (link is null)
        {
            link = new SharedLinkRecord { Tenant = sharer.Tenant, Zone = zone, NotificationId = id, Fingerprint = fingerprint, Created = row.Created, SharedAt = time.GetUtcNow() };
            database.SharedLinks.Add(link);
        }

        link.OrganizationId ??= organizationId;
        link.ExecutionId ??= executionId;
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (database.Entry(link).State == EntityState.Added && RecordedMeanwhile(link))
        {
            // Shared from another page at the same moment; one record is enough.
        }
    }

    /// <summary>Finds what a link leads to in the viewer's own inbox.</summary>
    /// <param name="viewer">Who opens the link.</param>
    /// <param name="snapshot">The viewer's inbox.</param>
    /// <param name="zone">Zone domain in the link.</param>
    /// <param name="id">Notification id in the link.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    public async Task<LinkResolution> ResolveAsync(UserKey viewer, InboxSnapshot snapshot, string zone, NotificationId id, CancellationToken cancellationToken)
    {
        var parts = snapshot.Parts.Where(part => string.Equals(part.Zone.Domain, zone, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (parts.Length == 0)
            return new LinkResolution.NotHere($"None of your connections sees the zone {zone}.");
        var shared = await SharedAsync(viewer, zone, id, cancellationToken);
        // The same id may name something else in another person's inbox: with a record, the event must agree.
        if (snapshot.Find(zone, id).Where(row => shared.Count == 0 || shared.Any(link => IsCopy(link, row))).ToArray() is [var own, ..])
            return new LinkResolution.Own(own);
        if (parts.Any(part => part.State.Phase is ZonePhase.Waiting or ZonePhase.Loading or ZonePhase.Behind && !Reaches(part, shared)))
            return new LinkResolution.StillLoading();
        if (shared.Count == 0)
            return new LinkResolution.NotHere("It is not in your inbox. It may be deleted, or it may be someone else's and was never shared from the portal.");
        var copies = shared.SelectMany(link => snapshot.CreatedBetween(zone, link.Created - CopySpread, link.Created + CopySpread).Where(row => IsCopy(link, row)))
            .DistinctBy(row => row.Key).ToArray();
        var exact = copies.Where(row => shared.Any(link => link.Created == row.Created)).ToArray();
        return (exact, copies) switch
        {
            ([var copy], _) => new LinkResolution.Copy(copy),
            ([], [var copy]) => new LinkResolution.Copy(copy),
            ([], []) => new LinkResolution.NotHere("It is in a colleague's inbox, and your own inbox has no copy of it: you may not be in that organization or team at Make, or you deleted yours."),
            _ => new LinkResolution.Several(exact.Length > 0 ? exact : copies),
        };
    }

    private bool RecordedMeanwhile(SharedLinkRecord link)
    {
        using var database = databases.CreateDbContext();
        return database.SharedLinks.Any(known =>
            known.Tenant == link.Tenant && known.Zone == link.Zone && known.NotificationId == link.NotificationId && known.Fingerprint == link.Fingerprint && known.Created == link.Created);
    }

    private async Task<IReadOnlyList<SharedLinkRecord>> SharedAsync(UserKey viewer, string zone, NotificationId id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var (domain, digits) = (zone.ToLowerInvariant(), id.ToString());
        return await database.SharedLinks.AsNoTracking()
            .Where(link => link.Tenant == viewer.Tenant && link.Zone == domain && link.NotificationId == digits)
            .ToListAsync(cancellationToken);
    }

    private static bool IsCopy(SharedLinkRecord link, InboxRow row) =>
        (row.Created - link.Created).Duration() <= CopySpread && EventFingerprint.Of(row).AsSpan().SequenceEqual(link.Fingerprint);

    /// <summary>Whether the rows at hand reach back to the event, so that waiting for older ones is idle.</summary>
    private static bool Reaches(ZonePart part, IReadOnlyList<SharedLinkRecord> shared) =>
        shared.Count > 0 && part.State.Reached is { } reached && shared.All(link => reached < link.Created - CopySpread);
}
