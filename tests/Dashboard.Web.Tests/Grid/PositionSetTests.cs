using Dashboard.Web.Components.Grid;

namespace Dashboard.Web.Tests.Grid;

public sealed class PositionSetTests
{
    [Fact]
    public void Set_holds_what_a_set_of_numbers_holds_whatever_is_done_to_it()
    {
        const int Places = 40;
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var (set, plain) = (PositionSet.Empty, new HashSet<int>());
            for (var step = 0; step < 30; step++)
            {
                var first = random.Next(Places);
                var last = random.Next(first, Places);
                var range = Enumerable.Range(first, last - first + 1).ToArray();
                switch (random.Next(3))
                {
                    case 0:
                        set = set.With(first, last);
                        plain.UnionWith(range);
                        break;
                    case 1:
                        set = set.Without(first, last);
                        plain.ExceptWith(range);
                        break;
                    default:
                        int[] others = [.. Enumerable.Range(0, Places).Where(_ => random.Next(4) == 0)];
                        random.Shuffle(others);
                        set = set.Except(PositionSet.Of(others));
                        plain.ExceptWith(others);
                        break;
                }

                Assert.Equal(plain.Order(), set.Positions);
                Assert.Equal(plain.Count, set.Count);
                Assert.Equal(range.Count(plain.Contains), set.CountIn(first, last));
                Assert.Equal(plain.Contains(first), set.Contains(first));
            }
        }
    }

    [Fact]
    public void Set_of_positions_in_any_order_is_the_same() =>
        Assert.Equal([1, 2, 3, 7, 9, 10], PositionSet.Of([9, 2, 10, 1, 7, 3]).Positions);
}
