using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Dashboard.Web.Data;

/// <summary>
/// What the portal keeps: connections, sealed credentials, sessions, shared links, preferences, saved views, actions with their receipts, and
/// for a while sealed copies of what was deleted. Notifications themselves stay at Make.
/// </summary>
public sealed class DashboardDb(DbContextOptions<DashboardDb> options) : DbContext(options)
{
    public DbSet<ConnectionRecord> Connections => Set<ConnectionRecord>();

    public DbSet<SealedCredentialRecord> SealedCredentials => Set<SealedCredentialRecord>();

    public DbSet<SessionRecord> Sessions => Set<SessionRecord>();

    public DbSet<SharedLinkRecord> SharedLinks => Set<SharedLinkRecord>();

    public DbSet<PreferenceRecord> Preferences => Set<PreferenceRecord>();

    public DbSet<SavedViewRecord> SavedViews => Set<SavedViewRecord>();

    public DbSet<ActionRecord> Actions => Set<ActionRecord>();

    public DbSet<ActionBatchRecord> ActionBatches => Set<ActionBatchRecord>();

    public DbSet<BinRowsRecord> BinRows => Set<BinRowsRecord>();

    public DbSet<BinBodyRecord> BinBodies => Set<BinBodyRecord>();

    public DbSet<DoneMarkRecord> DoneMarks => Set<DoneMarkRecord>();

    /// <summary>
    /// Empties the write-ahead log, which else keeps what was deleted until it is overwritten. Waits for readers that are in the way: asked
    /// without a time to wait, SQLite leaves the log as it is and calls that no error. One that reads for longer than five seconds puts it off.
    /// </summary>
    public Task ForgetDeletedAsync(CancellationToken cancellationToken) =>
        Database.ExecuteSqlRawAsync("PRAGMA busy_timeout = 5000; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout = 0;", cancellationToken);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ConnectionRecord>(connection =>
        {
            connection.HasIndex(row => row.Owner);
            // Before there were two kinds, all were of this one.
            connection.Property(row => row.Kind).HasDefaultValue("ApiToken");
            connection.OwnsMany(row => row.Zones, zones => zones.ToJson());
        });
        modelBuilder.Entity<SealedCredentialRecord>(credential =>
        {
            credential.HasKey(row => row.ConnectionId);
            credential.HasOne<ConnectionRecord>().WithOne().HasForeignKey<SealedCredentialRecord>(row => row.ConnectionId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<SessionRecord>(session =>
        {
            session.HasIndex(row => row.KeyHash).IsUnique();
            session.HasIndex(row => row.Owner);
            session.HasIndex(row => row.ProviderSession);
            session.HasIndex(row => row.ExpiresAt);
        });
        modelBuilder.Entity<SharedLinkRecord>(link =>
            link.HasIndex(row => new { row.Tenant, row.Zone, row.NotificationId, row.Fingerprint, row.Created }).IsUnique());
        modelBuilder.Entity<PreferenceRecord>().HasKey(row => row.Owner);
        modelBuilder.Entity<SavedViewRecord>(view =>
        {
            view.HasIndex(row => row.Owner);
            view.HasIndex(row => new { row.Tenant, row.IsShared });
        });
        modelBuilder.Entity<ActionRecord>(action =>
        {
            action.HasIndex(row => new { row.Owner, row.Revision });
            action.HasIndex(row => row.State);
        });
        modelBuilder.Entity<ActionBatchRecord>().HasOne<ActionRecord>().WithMany().HasForeignKey(row => row.ActionId).OnDelete(DeleteBehavior.Cascade);
        modelBuilder.Entity<BinRowsRecord>(bin =>
        {
            bin.HasKey(row => row.BatchId);
            bin.HasIndex(row => row.Owner);
            bin.HasOne<ActionBatchRecord>().WithOne().HasForeignKey<BinRowsRecord>(row => row.BatchId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<BinBodyRecord>(bin =>
        {
            bin.HasKey(row => new { row.BatchId, row.NotificationId });
            bin.HasOne<BinRowsRecord>().WithMany().HasForeignKey(row => row.BatchId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<DoneMarkRecord>(done =>
        {
            done.HasKey(row => new { row.ConnectionId, row.Zone, row.NotificationId });
            done.HasIndex(row => row.Owner);
            done.HasOne<ConnectionRecord>().WithMany().HasForeignKey(row => row.ConnectionId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    /// <summary>SQLite has no type for times and can't order text ones: they are stored as UTC milliseconds since 1970.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMilliseconds>();

    private sealed class UtcMilliseconds() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(),
        milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
