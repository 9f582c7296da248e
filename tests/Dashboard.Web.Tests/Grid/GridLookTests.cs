using Dashboard.Web.Components.Grid;
using Dashboard.Web.Inbox;
using Dashboard.Web.Preferences;
using static Dashboard.Web.Inbox.InboxColumn;

namespace Dashboard.Web.Tests.Grid;

public sealed class GridLookTests
{
    private static readonly InboxColumn[] All = [Read, Subject, Zone, InboxColumn.Type, Created, Id];

    [Fact]
    public void Person_without_preferences_has_the_lists_own_look()
    {
        var look = GridLook.Of(new PersonPreferences());

        Assert.Equal(GridLook.Default, look);
        Assert.Equal(All, Shown(look));
        Assert.Empty(look.In(new PersonPreferences()).Columns);
    }

    [Fact]
    public void Look_comes_back_from_the_preferences_it_was_kept_in()
    {
        var look = GridLook.Default.Show(Zone, false).Move(Id, -1).Resize(Subject, 300).WithDensity(GridDensity.Compact);

        Assert.Equal(look, GridLook.Of(look.In(new PersonPreferences())));
        Assert.NotEqual(look, GridLook.Default);
    }

    [Fact]
    public void Preferences_that_make_no_sense_are_put_right()
    {
        var look = GridLook.Of(new PersonPreferences
        {
            Columns = [new(Id, Width: 5), new((InboxColumn)99), new(Subject, Shown: false), new(Id), new(Zone, Width: 1_000_000)],
            Density = (GridDensity)7,
        });

        Assert.Equal(All.Order(), look.Columns.Select(column => column.Column).Order());
        Assert.True(look.IsShown(Subject));
        Assert.Equal((GridLook.Narrowest, GridLook.Widest), (look.WidthOf(Id), look.WidthOf(Zone)));
        Assert.Equal(GridDensity.Standard, look.Density);
        Assert.True(Array.IndexOf(Shown(look), Id) < Array.IndexOf(Shown(look), Subject));
    }

    [Fact]
    public void Column_moves_past_its_next_shown_neighbour()
    {
        var look = GridLook.Default.Show(Zone, false);

        Assert.Equal([Read, InboxColumn.Type, Subject, Created, Id], Shown(look.Move(Subject, 1)));
        Assert.Equal(Shown(look), Shown(look.Move(Read, -1)));
        Assert.Equal(Shown(look), Shown(look.Move(Id, 1)));
        Assert.Equal([Read, Subject, InboxColumn.Type, Id, Created], Shown(look.Move(Created, 1)));
    }

    [Theory]
    [InlineData(Id, Read, false, new[] { Id, Read, Subject, Zone, InboxColumn.Type, Created })]
    [InlineData(Read, Id, true, new[] { Subject, Zone, InboxColumn.Type, Created, Id, Read })]
    [InlineData(Zone, Zone, true, new[] { Read, Subject, Zone, InboxColumn.Type, Created, Id })]
    public void Column_is_dropped_beside_another(InboxColumn column, InboxColumn beside, bool after, InboxColumn[] expected) =>
        Assert.Equal(expected, Shown(GridLook.Default.MoveBeside(column, beside, after)));

    [Fact]
    public void Subject_can_not_be_hidden()
    {
        Assert.True(GridLook.Default.Show(Subject, false).IsShown(Subject));
        Assert.DoesNotContain(Read, Shown(GridLook.Default.Show(Read, false)));
    }

    [Fact]
    public void Style_names_what_a_person_chose_and_leaves_the_rest_to_the_list()
    {
        var style = GridLook.Default.Show(Id, false).Resize(Zone, 130).WithDensity(GridDensity.Roomy).Style;

        Assert.Equal(
            "--wide-row-height:48px;--wide-least:508px;--wide-columns:44px var(--w-Read,44px) var(--w-Subject,minmax(120px,1fr)) var(--w-Zone,minmax(60px,110px)) var(--w-Type,60px) var(--w-Created,110px);--w-Zone:130px",
            style);
    }

    [Fact]
    public void Change_is_told_in_words()
    {
        var look = GridLook.Default;

        Assert.Equal("Zone is now column 2 of 6.", look.Move(Zone, -1).Describe(Zone, look));
        Assert.Equal("Zone is 126 pixels wide.", look.Resize(Zone, 126).Describe(Zone, look));
        Assert.Equal("Zone has its own width again.", look.Describe(Zone, look.Resize(Zone, 126)));
        Assert.Equal("Read stays as it is.", look.Move(Read, -1).Describe(Read, look));
    }

    private static InboxColumn[] Shown(GridLook look) => [.. look.Shown.Select(column => column.Sort)];
}
