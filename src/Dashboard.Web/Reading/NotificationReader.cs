using Dashboard.Client;
using Dashboard.Web.Hosting;
using Dashboard.Web.Inbox;
using Dashboard.Web.Proxy;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Reading;

/// <summary>Fetches a notification's body when a person opens it, and only then: whether that marks it as read at Make is not documented (reference §6.2).</summary>
public sealed class NotificationReader(MakeProxy proxy, ReadingRoom room, IOptions<MakeOptions> make)
{
    private readonly BodyCache _read = new(mostBodies: 1_000, mostCharacters: 8 * 1024 * 1024);

    /// <summary>The body of a notification that was opened lately, as Make sent it; <see langword="null"/> where it was not. Asks nobody.</summary>
    public string? LastRead(NotificationKey key) => _read.Find(NameOf(key))?.Source;

    /// <summary>Opens a notification of one of the person's own zones.</summary>
    /// <param name="inbox">The person's inbox; told when Make says that the notification is read or gone.</param>
    /// <param name="zone">The zone, of the person's own connection.</param>
    /// <param name="id">Make's id.</param>
    /// <param name="cancellationToken">The person has moved on.</param>
    /// <exception cref="MakeException">Make did not give it.</exception>
    public async Task<OpenedNotification> OpenAsync(PersonalInbox inbox, ZonePart zone, NotificationId id, CancellationToken cancellationToken)
    {
        var key = new NotificationKey(zone.Connection.Id, zone.Zone.Domain, id);
        try
        {
            var detail = await proxy.For(zone.Connection, Urgency.Person, Purpose.Detail).GetNotificationAsync(id, zone.Zone.ImtZoneId, cancellationToken);
            if (detail.Read is { } read)
                inbox.MarkedRead(zone.Connection.Id, zone.Zone.Domain, new HashSet<NotificationId> { id }, read);
            var body = await room.ReadAsync(detail.Body, HostsOf(zone), cancellationToken);
            _read.Keep(NameOf(key), body);
            return new OpenedNotification(new InboxRow(key, detail.Subject, detail.Type, detail.Created, detail.Read), body);
        }
        catch (MakeException gone) when (gone.Failure is MakeFailure.NotFound)
        {
            inbox.Deleted(zone.Connection.Id, zone.Zone.Domain, new HashSet<NotificationId> { id });
            throw;
        }
    }

    private static string NameOf(NotificationKey key) => $"{key.ConnectionId:N}/{key.Zone}/{key.Id}";

    private HashSet<string> HostsOf(ZonePart zone)
    {
        var hosts = zone.Connection.Zones.Select(other => other.Domain.ToLowerInvariant()).ToHashSet();
        if (make.Value.Find(zone.Connection.Environment)?.BaseUrl is { } environment)
            hosts.Add(environment.Authority);
        return hosts;
    }
}
