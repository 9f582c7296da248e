using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Dashboard.Web.Data;

/// <summary>What the portal keeps: connections, sealed credentials, sessions, shared links, preferences and saved views. Notifications themselves stay at Make.</summary>
public sealed class DashboardDb(DbContextOptions<DashboardDb> options) : DbContext(options)
{
    public DbSet<ConnectionRecord> Connections => Set<ConnectionRecord>();

    public DbSet<SealedCredentialRecord> SealedCredentials => Set<SealedCredentialRecord>();

    public DbSet<SessionRecord> Sessions => Set<SessionRecord>();

    public DbSet<SharedLinkRecord> SharedLinks => Set<SharedLinkRecord>();

    public DbSet<PreferenceRecord> Preferences => Set<PreferenceRecord>();

    public DbSet<SavedViewRecord> SavedViews => Set<SavedViewRecord>();

    /// <summary>Empties the write-ahead log, which else keeps what was deleted until it is overwritten. A reader that is in the way puts it off.</summary>
    public Task ForgetDeletedAsync(CancellationToken cancellationToken) =>
        Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE);", cancellationToken);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ConnectionRecord>(connection =>
        {
            connection.HasIndex(row => row.Owner);
            connection.OwnsMany(row => row.Zones, zones => zones.ToJson());
        });
        modelBuilder.Entity<SealedCredentialRecord>(credential =>
        {
            credential.HasKey(row => row.ConnectionId);
            credential.HasOne<ConnectionRecord>().WithOne().HasForeignKey<SealedCredentialRecord>(row => row.ConnectionId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<SessionRecord>().HasIndex(row => row.ExpiresAt);
        modelBuilder.Entity<SharedLinkRecord>(link =>
            link.HasIndex(row => new { row.Tenant, row.Zone, row.NotificationId, row.Fingerprint, row.Created }).IsUnique());
        modelBuilder.Entity<PreferenceRecord>().HasKey(row => row.Owner);
        modelBuilder.Entity<SavedViewRecord>(view =>
        {
            view.HasIndex(row => row.Owner);
            view.HasIndex(row => new { row.Tenant, row.IsShared });
        });
    }

    /// <summary>SQLite has no type for times and can't order text ones: they are stored as UTC milliseconds since 1970.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMilliseconds>();

    private sealed class UtcMilliseconds() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(),
        milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
