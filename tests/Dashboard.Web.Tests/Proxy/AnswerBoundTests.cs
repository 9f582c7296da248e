using System.IO.Compression;
using System.Text;
using Dashboard.Client;
using Dashboard.Web.Proxy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Proxy;

/// <summary>Answers without measure over real HTTP: each ends in a clear error, is asked for once, and leaves the memory flat.</summary>
/// <remarks>Memory is what the process holds: these tests run by themselves.</remarks>
[CollectionDefinition(nameof(AnswerBoundTests), DisableParallelization = true)]
[Collection(nameof(AnswerBoundTests))]
public sealed class AnswerBoundTests
{
    private const long MostGrowth = 50 * 1024 * 1024;

    private static readonly byte[] Megabyte = Encoding.ASCII.GetBytes(new string(' ', 1024 * 1024));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("1 GB", "longer than 16777216 bytes")]
    [InlineData("endless", "longer than 16777216 bytes")]
    [InlineData("gzip bomb", "longer than 16777216 bytes")]
    [InlineData("ten million rows", "longer than 16777216 bytes")]
    [InlineData("deep", "notifications[0] is not as Make documents it")]
    [InlineData("drip", "no whole answer came in time")]
    public async Task Answer_without_measure_ends_in_words_with_flat_memory(string body, string words)
    {
        await using var make = await ListeningHost.StartAsync();
        make.Answer = http => WriteAsync(http, body);
        await using var services = new ServiceCollection().AddLogging().AddOptions().AddSingleton(TimeProvider.System)
            .AddProxy(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Make:Environments:0:Name"] = "EU1",
                ["Make:Environments:0:BaseUrl"] = make.Address,
                ["Make:ListTimeout"] = body == "drip" ? "00:00:01" : "00:01:00",
            }).Build())
            .AddSingleton<IMakeCredentialSource>(new CountingMake(TimeProvider.System))
            .BuildServiceProvider();
        var proxy = services.GetRequiredService<MakeProxy>().For(ProxyRig.ConnectionOf(), Urgency.Person, Purpose.Feed);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var failed = await Assert.ThrowsAsync<MakeException>(() => proxy.ListNotificationsAsync(new ListNotifications(), Cancellation));

        Assert.Contains(words, failed.Failure.Message, StringComparison.Ordinal);
        Assert.Single(make.Requests);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, MostGrowth);
    }

    private static async Task WriteAsync(HttpContext http, string body)
    {
        try
        {
            switch (body)
            {
                case "1 GB":
                    http.Response.ContentLength = 1024 * 1024 * 1024;
                    await RepeatAsync(http, Megabyte, 1024);
                    break;
                case "endless":
                    await RepeatAsync(http, Megabyte, int.MaxValue);
                    break;
                case "gzip bomb":
                    http.Response.Headers.ContentEncoding = "gzip";
                    await using (var packed = new GZipStream(http.Response.Body, CompressionLevel.Fastest))
                    {
                        for (var i = 0; i < 1024; i++)
                            await packed.WriteAsync(Megabyte, http.RequestAborted);
                    }

                    break;
                case "ten million rows":
                    await http.Response.WriteAsync("""{"notifications":[{"id":"1"}""", http.RequestAborted);
                    await RepeatAsync(http, Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(""",{"id":"1"}""", 10_000))), 1_000);
                    break;
                case "deep":
                    await http.Response.WriteAsync($"{{\"notifications\":{new string('[', 1_000_000)}{new string(']', 1_000_000)}}}", http.RequestAborted);
                    break;
                default:
                    await RepeatAsync(http, "{"u8.ToArray(), int.MaxValue, TimeSpan.FromMilliseconds(50));
                    break;
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // The client has had enough.
        }
    }

    private static async Task RepeatAsync(HttpContext http, byte[] piece, int times, TimeSpan pause = default)
    {
        for (var i = 0; i < times; i++)
        {
            await http.Response.Body.WriteAsync(piece, http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause, http.RequestAborted);
        }
    }
}
