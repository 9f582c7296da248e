using Dashboard.Web.Inbox;

namespace Dashboard.Web.Tests.Inbox;

public sealed class SharedViewTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Order_turned_round_holds_what_its_own_snapshot_would_sort()
    {
        var random = new Random(9);
        for (var seed = 0; seed < 200; seed++)
        {
            var snapshot = Snapshots.Random(new Random(seed), connections: 1 + seed % 3);
            InboxSort[] sorts = [.. Enum.GetValues<InboxColumn>().OrderBy(_ => random.Next()).Take(1 + random.Next(3)).Select(column => new InboxSort(column, random.Next(2) == 0))];
            InboxSort[] turned = [.. sorts.Select(sort => sort with { Descending = !sort.Descending })];

            var (one, other) = (snapshot.View(new InboxQuery { Sorts = [.. sorts] }), snapshot.View(new InboxQuery { Sorts = [.. turned] }));

            Assert.Equal(Fresh(snapshot).View(new InboxQuery { Sorts = [.. turned] }).Rows(), other.Rows());
            Assert.All(other.Rows().Index(), row => Assert.Equal(row.Index, other.PositionOf(row.Item.Key)));
            Assert.All(one.Rows().Index(), row => Assert.Equal(row.Index, one.PositionOf(row.Item.Key)));
        }
    }

    [Fact]
    public void Pages_that_ask_the_same_hold_the_same_rows()
    {
        var snapshot = Large();
        var query = InboxQuery.Parse("is:unread", "subject", null, out _);
        var first = snapshot.View(query);
        var (before, views) = (GC.GetAllocatedBytesForCurrentThread(), new List<IInboxView>());

        foreach (var _ in Enumerable.Range(0, 10))
            views.Add(snapshot.View(query with { Sorts = query.Sorts }));
        views.Add(snapshot.View(query.WithSort(new InboxSort(InboxColumn.Subject, Descending: true))));

        Assert.True(first.Count > 5_000);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, first.Count * sizeof(int));
        Assert.Equal(11, views.Count);
    }

    [Fact]
    public void Pages_that_group_alike_hold_the_same_groups()
    {
        var snapshot = Large();

        var groups = snapshot.View(new InboxQuery().WithGroup(InboxGrouping.Failure)).Groups;

        Assert.Same(groups, snapshot.View(new InboxQuery().WithGroup(InboxGrouping.Failure)).Groups);
        Assert.NotSame(groups, snapshot.View(new InboxQuery().WithGroup(InboxGrouping.Zone)).Groups);
        Assert.NotSame(groups, snapshot.View(new InboxQuery().WithGroup(InboxGrouping.Failure).WithUnread(true)).Groups);
        Assert.NotSame(groups, snapshot.View(new InboxQuery().WithGroup(InboxGrouping.Failure).WithSort(new InboxSort(InboxColumn.Created, Descending: false))).Groups);
    }

    [Fact]
    public void Snapshot_of_the_same_rows_shares_what_was_worked_out()
    {
        var subjects = new SubjectTable(TimeProvider.System);
        var part = Snapshots.Part(Guid.NewGuid(), "one.example", Snapshots.Rows(subjects, 1, 2, 3));
        var before = new InboxSnapshot([part], subjects);
        var grouped = new InboxQuery().WithGroup(InboxGrouping.Failure);
        var groups = before.View(grouped).Groups;

        var sameRows = new InboxSnapshot([new ZonePart(part.Connection, part.Zone, part.Rows, part.State with { Phase = ZonePhase.InStep })], subjects, before);
        var otherMarks = new InboxSnapshot([part.With(new ZoneMarks(RowMarks.Empty, RowMarks.Of([new(2)])), before: part)], subjects, before);
        var marksOfNoRow = new InboxSnapshot([part.With(new ZoneMarks(RowMarks.Of([new(9)]), RowMarks.Empty), before: part)], subjects, before);
        var otherRows = new InboxSnapshot([new ZonePart(part.Connection, part.Zone, part.Rows.Without(new HashSet<Client.NotificationId> { new(2) }), part.State)], subjects, before);

        Assert.Same(groups, sameRows.View(grouped).Groups);
        Assert.Same(groups, marksOfNoRow.View(grouped).Groups);
        Assert.NotSame(groups, otherMarks.View(grouped).Groups);
        Assert.Equal(2, otherRows.View(grouped).Groups!.Count);
    }

    [Fact]
    public void Age_is_counted_anew_each_minute()
    {
        var subjects = new SubjectTable(TimeProvider.System);
        var snapshot = Snapshots.Of(subjects, Snapshots.Part(Guid.NewGuid(), "one.example", [new StoredRow(new(1), subjects.NumberOf("a"), 1, Noon.ToUnixTimeMilliseconds(), StoredRow.Unread)]));
        var query = InboxQuery.Parse("age:<2h OR -age:<2h age:<3h", null, null, out _);
        IInboxView At(double hours) => snapshot.View(query, null, Noon.AddHours(hours), TimeZoneInfo.Utc, CancellationToken.None);

        var first = At(1);

        Assert.Equal([1, 1, 0], new[] { first, At(2.5), At(3.5) }.Select(view => view.Count));
    }

    [Fact]
    public void Mark_that_holds_nothing_back_changes_nothing_and_others_are_told_apart()
    {
        var subjects = new SubjectTable(TimeProvider.System);
        var (connection, query) = (Guid.NewGuid(), new InboxQuery().WithGroup(InboxGrouping.Failure));
        var early = Snapshots.Of(subjects, Snapshots.Part(connection, "one.example", Snapshots.Rows(subjects, 1))).Watermark;
        var earlyToo = Snapshots.Of(subjects, Snapshots.Part(connection, "one.example", Snapshots.Rows(subjects, 1))).Watermark;
        var later = Snapshots.Of(subjects, Snapshots.Part(connection, "one.example", Snapshots.Rows(subjects, 1, 2))).Watermark;
        var snapshot = Snapshots.Of(subjects, Snapshots.Part(connection, "one.example", Snapshots.Rows(subjects, 1, 2, 3)));

        var (all, held, heldLater) = (snapshot.View(query), snapshot.View(query, early), snapshot.View(query, later));

        Assert.Equal([3, 1, 2], new[] { all, held, heldLater }.Select(view => view.Count));
        Assert.Same(all.Groups, snapshot.View(query, snapshot.Watermark).Groups);
        Assert.Same(held.Groups, snapshot.View(query, earlyToo).Groups);
    }

    [Fact]
    public void Work_that_was_given_up_is_done_by_the_next_who_asks()
    {
        var snapshot = Snapshots.Random(new Random(1));
        using var gone = new CancellationTokenSource();
        gone.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => snapshot.View(new InboxQuery(), null, Noon, TimeZoneInfo.Utc, gone.Token));
        Assert.Equal(snapshot.Count, snapshot.View(new InboxQuery()).Count);
    }

    private static InboxSnapshot Large()
    {
        var (random, subjects) = (new Random(2), new SubjectTable(TimeProvider.System));
        return Snapshots.Of(subjects, Snapshots.Part(Guid.NewGuid(), "one.example", [.. Enumerable.Range(0, 20_000).Select(row =>
            new StoredRow(new((UInt128)(20_000 - row)), subjects.NumberOf($"Subject {random.Next(50)}"), 1, random.Next(), random.Next(2) == 0 ? StoredRow.Unread : 1))]));
    }

    private static InboxSnapshot Fresh(InboxSnapshot snapshot)
    {
        var subjects = new SubjectTable(TimeProvider.System);
        return new InboxSnapshot([.. snapshot.Parts.Select(part => new ZonePart(part.Connection, part.Zone, ZoneRows.Empty.WithPage(
            [.. part.Rows.Chunks.SelectMany(chunk => Enumerable.Range(0, chunk.Count).Where(place => !chunk.IsLeaving(place)).Select(place => chunk[place] with { Subject = subjects.NumberOf(snapshot.Subject(chunk.Subject(place))) }))], true, true), part.State)
            .With(new ZoneMarks(RowMarks.Empty, RowMarks.Of(Snapshots.AllOf(snapshot).Where(row => row.IsDone && row.Key.ConnectionId == part.Connection.Id && row.Key.Zone == part.Zone.Domain).Select(row => row.Key.Id)))))], subjects);
    }
}
