namespace Dashboard.Web.Tests.Sandbox;

/// <summary>Runs alone: what others allocate meanwhile would be counted too.</summary>
[CollectionDefinition(nameof(MillionTests), DisableParallelization = true)]
[Collection(nameof(MillionTests))]
public sealed class MillionTests : SandboxTest
{
    [Fact]
    public async Task Million_is_held_in_little_memory_and_paged_to_its_end()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await using var sandbox = await StartAsync(Small with { Notifications = 1_000_000 });
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        using var alice = Person.Named("Alice", sandbox);

        var last = await alice.ListAsync("&pg[offset]=599997");

        Assert.Equal(["3", "2", "1"], last.Ids);
        var counts = (await alice.GetAsync("/sandbox/accounts")).Body.GetProperty("accounts").EnumerateArray().Take(3);
        Assert.All(counts, account => Assert.Equal(1_000_000, account.GetProperty("zones").EnumerateArray().Sum(zone => zone.GetProperty("notifications").GetInt32())));
        Assert.True(bytes / 3_000_000 <= 48, $"{bytes} bytes for three accounts of a million.");
    }
}
