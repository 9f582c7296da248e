using System.Collections.Immutable;
using Dashboard.Sandbox.Hosting;

namespace Dashboard.Sandbox.Data;

/// <summary>Everything the sandbox holds: who has which notifications in which zone. Safe for use from several threads.</summary>
internal sealed class MakeData
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly bool _copiesShareId;
    private readonly ImmutableArray<Account> _holders;
    private readonly Dictionary<Organization, EventStream> _streams = [];
    private readonly Dictionary<(Account Account, int ZoneId), Mailbox> _mailboxes = [];
    private readonly Dictionary<Zone, ulong> _nextEvents = [];

    public MakeData(SandboxOptions options, TimeProvider time)
    {
        _time = time;
        _copiesShareId = options.Undocumented.CopiesShareId;
        Zones = [.. Zone.All.Take(options.Zones)];
        Accounts = DemoAccounts.In(options.Zones, options.Colleagues);
        _holders = [.. Accounts.Where(account => account.Organizations.Count > 0)];
        var shares = Zone.Shares[..options.Zones];
        foreach (var company in _holders.GroupBy(account => account.Organizations))
            Fill(company.Key, [.. company], shares, options);
    }

    public IReadOnlyList<Zone> Zones { get; }

    public IReadOnlyList<Account> Accounts { get; }

    public IReadOnlyList<Notification> Page(Account account, int zoneId, bool unreadOnly, bool ascending, int offset, int limit)
    {
        lock (_gate)
            return _mailboxes[(account, zoneId)].Page(unreadOnly, ascending, offset, limit);
    }

    public NotificationDetail? Find(Account account, int zoneId, ulong id, bool markRead)
    {
        lock (_gate)
        {
            var mailbox = _mailboxes[(account, zoneId)];
            if (markRead)
                mailbox.MarkRead(id, _time.GetUtcNow());
            return mailbox.Find(id);
        }
    }

    public IReadOnlyList<ulong> MarkAllRead(Account account, int zoneId)
    {
        lock (_gate)
            return _mailboxes[(account, zoneId)].MarkAllRead(_time.GetUtcNow());
    }

    /// <summary>Deletes those of the ids that exist and answers them in the order asked.</summary>
    public IReadOnlyList<ulong> Delete(Account account, int zoneId, IReadOnlyCollection<ulong> ids)
    {
        lock (_gate)
        {
            var mailbox = _mailboxes[(account, zoneId)];
            var found = ids.Distinct().Where(mailbox.Contains).ToArray();
            mailbox.Delete(found.ToHashSet());
            return found;
        }
    }

    public bool Contains(Account account, int zoneId, ulong id)
    {
        lock (_gate)
            return _mailboxes[(account, zoneId)].Contains(id);
    }

    /// <summary>How many notifications, and how many unread, the account has in each of its zones.</summary>
    public IReadOnlyList<(int ZoneId, int Notifications, int Unread)> Counts(Account account)
    {
        lock (_gate)
        {
            return [.. account.Organizations.Select(organization =>
            {
                var mailbox = _mailboxes[(account, organization.Zone.Id)];
                return (organization.Zone.Id, mailbox.Count, mailbox.UnreadCount);
            })];
        }
    }

    /// <summary>Adds a notification and answers its id for each holder.</summary>
    /// <param name="organization">Where it happened.</param>
    /// <param name="holders">Who gets a copy.</param>
    /// <param name="text">What it says.</param>
    /// <param name="created">When it happened; ids grow with every call, whatever the time.</param>
    public IReadOnlyDictionary<Account, ulong> Add(Organization organization, IReadOnlyList<Account> holders, NotificationText text, DateTimeOffset created)
    {
        lock (_gate)
        {
            var stream = _streams[organization];
            return Deliver(organization, holders, stream.Append(created.ToUnixTimeMilliseconds(), stream.Register(text)));
        }
    }

    /// <summary>Lets a text that an organization had before happen again, now and to all who belong to it.</summary>
    public void Recur(Organization organization, Random random)
    {
        lock (_gate)
        {
            var stream = _streams[organization];
            if (stream.Count > 0)
                Deliver(organization, HoldersOf(organization), stream.Recur(random.Next(stream.Count), _time.GetUtcNow().ToUnixTimeMilliseconds()));
        }
    }

    /// <summary>All who belong to an organization.</summary>
    public IReadOnlyList<Account> HoldersOf(Organization organization) =>
        [.. _holders.Where(account => account.Organizations.Contains(organization))];

    private Dictionary<Account, ulong> Deliver(Organization organization, IReadOnlyList<Account> holders, int place)
    {
        var number = _nextEvents[organization.Zone]++;
        var ids = holders.ToDictionary(holder => holder, holder => IdOf(organization, number, holder));
        foreach (var (holder, id) in ids)
            _mailboxes[(holder, organization.Zone.Id)].Deliver(id, place);
        return ids;
    }

    /// <summary>Ids are unique in a zone: each event has one for every holder there might be.</summary>
    private ulong IdOf(Organization organization, ulong number, Account holder)
    {
        var owner = _copiesShareId ? HoldersOf(organization)[0] : holder;
        return organization.Zone.FirstId + number * (ulong)_holders.Length + (ulong)_holders.IndexOf(owner);
    }

    private void Fill(IReadOnlyList<Organization> organizations, ImmutableArray<Account> holders, int[] shares, SandboxOptions options)
    {
        var total = organizations.Sum(organization => shares[organization.Zone.Id - 1]);
        var left = options.Notifications;
        foreach (var organization in organizations.Reverse())
        {
            var share = shares[organization.Zone.Id - 1];
            // The first zone takes what rounding leaves.
            var count = organization == organizations[0] ? left : (int)((long)options.Notifications * share / total);
            left -= count;
            var stream = new EventStream(organization, options.Seed);
            _streams.Add(organization, stream);
            foreach (var holder in holders)
                _mailboxes.Add((holder, organization.Zone.Id), new(stream));
            Fill(stream, holders, count, Scenarios.PerCompany * share / total, options);
        }
    }

    private void Fill(EventStream stream, ImmutableArray<Account> holders, int count, int scenarios, SandboxOptions options)
    {
        var (organization, now) = (stream.Organization, _time.GetUtcNow());
        var first = _holders[0];
        var samples = holders.Contains(first) && organization.Zone.Id == 1 ? Math.Min(count, PublishedSample.Times.Count) : 0;
        if (samples > 0)
            DeliverSample(stream, _mailboxes[(first, 1)], samples);

        var texts = Scenarios.Of(organization, scenarios, options.Seed).Select(stream.Register).ToList();
        if (options.Undocumented.OtherTypes)
            texts.AddRange(OtherTypes.All.Select(stream.Register));
        stream.Reserve(samples + count);
        History.Write(stream, texts, count, now, new Random(unchecked(options.Seed * 31 + organization.Id)));
        if (samples > 0)
            SpreadHostile(stream, samples, count);

        foreach (var holder in holders)
        {
            var mailbox = _mailboxes[(holder, organization.Zone.Id)];
            var random = new Random(unchecked(options.Seed * 17 + organization.Id * 100 + holder.UserId));
            mailbox.Reserve(count);
            for (var number = holder == first ? samples : 0; number < count; number++)
            {
                var place = samples + number;
                mailbox.Deliver(IdOf(organization, (ulong)number, holder), place, ReadAt(stream.CreatedAt(place), (number + 1.0) / count, now, random));
            }
        }

        _nextEvents[organization.Zone] = Math.Max(_nextEvents.GetValueOrDefault(organization.Zone), (ulong)count);
    }

    private static void DeliverSample(EventStream stream, Mailbox mailbox, int samples)
    {
        var text = stream.Register(PublishedSample.Text);
        for (var i = 0; i < samples; i++)
        {
            var (created, read) = PublishedSample.Times[i];
            mailbox.Deliver((ulong)i + 1, stream.Append(created.ToUnixTimeMilliseconds(), text), read);
        }
    }

    /// <summary>Puts one of each hostile text among the newer half.</summary>
    private static void SpreadHostile(EventStream stream, int samples, int count)
    {
        var step = Math.Max(1, count / (2 * HostileTexts.All.Count));
        var place = samples + count - 1 - step / 2;
        foreach (var text in HostileTexts.All)
        {
            if (place < 2 * samples)
                return;
            stream.Replace(place, stream.Register(text));
            place -= step;
        }
    }

    /// <summary>When a person read a notification, or null: a third is unread, most of it new.</summary>
    private static DateTimeOffset? ReadAt(long createdMilliseconds, double age, DateTimeOffset now, Random random)
    {
        var delay = TimeSpan.FromHours(48 * random.NextDouble());
        if (random.NextDouble() < age * age)
            return null;
        var read = DateTimeOffset.FromUnixTimeMilliseconds(createdMilliseconds) + delay;
        return read < now ? read : now;
    }
}
