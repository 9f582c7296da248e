using Dashboard.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Faults;

public sealed class DatabaseFaultTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("dashboard-fault-");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task Database_that_can_not_be_read_stops_the_start_with_one_line_and_is_left_as_it_is()
    {
        var file = Path.Combine(_data.FullName, "dashboard.db");
        var garbage = new byte[8192];
        new Random(1).NextBytes(garbage);
        await File.WriteAllBytesAsync(file, garbage, TestContext.Current.CancellationToken);
        await using var services = new ServiceCollection()
            .AddDbContextFactory<DashboardDb>(options => options.UseSqlite($"Data Source={file}"))
            .AddSingleton<DatabaseMigration>()
            .BuildServiceProvider();

        var stopped = await Assert.ThrowsAsync<InvalidOperationException>(() => services.GetRequiredService<DatabaseMigration>().StartAsync(TestContext.Current.CancellationToken));

        Assert.StartsWith($"The database {file} can't be used: ", stopped.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', stopped.Message);
        Assert.Equal(garbage, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
    }
}
