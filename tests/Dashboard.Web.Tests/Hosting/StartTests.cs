using System.Net;
using Dashboard.Testing;

namespace Dashboard.Web.Tests.Hosting;

public sealed class StartTests
{
    [Fact]
    public async Task Start_with_a_usable_database_and_key_ring_is_ready()
    {
        await using var dashboard = await RunningDashboard.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = dashboard.Address };

        using var answer = await http.GetAsync("/health/ready", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var css = await http.GetAsync("/_content/MudBlazor/MudBlazor.min.css", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, css.StatusCode);
    }
}
