using Dashboard.Web.Export;
using Dashboard.Web.Identity;
using Dashboard.Web.Tests.Grid;
using Microsoft.Extensions.Time.Testing;

namespace Dashboard.Web.Tests.Export;

public sealed class ExportTicketsTests
{
    private static readonly SignIn Alice = new(new UserKey("tenant", "alice"), "session");
    private static readonly SignIn Ben = new(new UserKey("tenant", "ben"), "session");

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Oldest_ticket_of_a_person_gives_way_and_nobody_elses()
    {
        using var tickets = new ExportTickets(_time);
        var bens = Keep(tickets, Ben);

        var mine = Enumerable.Range(0, 9).Select(_ => Keep(tickets, Alice)).ToArray();

        Assert.Equal(ExportPhase.Expired, mine[0].Phase);
        Assert.Null(tickets.Take(mine[0].Id, Alice));
        Assert.All(mine[1..], ticket => Assert.Same(ticket, tickets.Take(ticket.Id, Alice)));
        Assert.Same(bens, tickets.Take(bens.Id, Ben));
    }

    [Fact]
    public void Ticket_in_use_does_not_expire()
    {
        using var tickets = new ExportTickets(_time);
        var (taken, left) = (Keep(tickets, Alice), Keep(tickets, Alice));
        tickets.Take(taken.Id, Alice);

        _time.Advance(ExportTickets.Lifetime);

        Assert.Equal((ExportPhase.Waiting, ExportPhase.Expired), (taken.Phase, left.Phase));
    }

    [Fact]
    public async Task File_that_cannot_be_written_leaves_the_ticket_stopped()
    {
        using var tickets = new ExportTickets(_time);
        var ticket = Keep(tickets, Alice);

        await Assert.ThrowsAsync<IOException>(() => ticket.WriteAsync(new JsonFile(), Stream.Null, _ => throw new IOException(), TestContext.Current.CancellationToken));

        Assert.Equal((ExportPhase.Stopped, true, 0), (ticket.Phase, ticket.IsOver, ticket.Written));
    }

    private static ExportTicket Keep(ExportTickets tickets, SignIn holder) => tickets.Keep(holder, FrozenRows.Of(new ListedView(3, 2, 1)), isPartial: false);
}
