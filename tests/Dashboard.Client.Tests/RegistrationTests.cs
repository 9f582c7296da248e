using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dashboard.Client.Tests;

public class RegistrationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_call_is_signed_for_its_own_caller()
    {
        await using var make = LoopbackMake.Answering(Sample.Notification);
        await using var provider = new ServiceCollection()
            .AddSingleton<IMakeCredentialSource, TokenByName>()
            .AddMakeApi("eu1", options => options.BaseAddress = make.Address)
            .BuildServiceProvider();
        var client = provider.GetRequiredKeyedService<MakeClient>("eu1");

        await Task.WhenAll(Enumerable.Range(0, 50).Select(
            i => client.As(new($"caller-{i}")).GetNotificationAsync(new((UInt128)i), null, Token)));

        Assert.Equal(50, make.Requests.Count);
        Assert.All(make.Requests, request =>
            Assert.Equal($"Bearer token-of-caller-{request.Target.Split('/')[^1]}", request.Headers["Authorization"]));
    }

    [Fact]
    public async Task Environments_are_kept_apart()
    {
        await using var eu = LoopbackMake.Answering(Sample.Notification);
        await using var us = LoopbackMake.Answering(Sample.Notification);
        await using var provider = new ServiceCollection()
            .AddMakeApi("eu1", o => (o.BaseAddress, o.Credential) = (eu.Address, MakeCredential.ApiToken("eu-token")))
            .AddMakeApi("us1", o => (o.BaseAddress, o.Credential) = (us.Address, MakeCredential.OAuth("us-token")))
            .BuildServiceProvider();

        await provider.GetRequiredKeyedService<MakeClient>("eu1").GetNotificationAsync(new(3), null, Token);
        await provider.GetRequiredKeyedService<MakeClient>("us1").GetNotificationAsync(new(3), null, Token);

        Assert.Equal("Token eu-token", Assert.Single(eu.Requests).Headers["Authorization"]);
        Assert.Equal("Bearer us-token", Assert.Single(us.Requests).Headers["Authorization"]);
    }

    [Fact]
    public async Task A_caller_without_a_credential_sends_nothing()
    {
        await using var make = LoopbackMake.Answering(Sample.Notification);
        await using var provider = new ServiceCollection()
            .AddSingleton<IMakeCredentialSource, TokenByName>()
            .AddMakeApi(options => options.BaseAddress = make.Address)
            .BuildServiceProvider();

        var e = await Assert.ThrowsAsync<MakeException>(
            () => provider.GetRequiredService<MakeClient>().As(new("nobody")).MarkAllReadAsync(null, Token));

        Assert.IsType<MakeFailure.NotSignedIn>(e.Failure);
        Assert.False(e.MayHaveBeenExecuted);
        Assert.Empty(make.Requests);
    }

    [Theory]
    [InlineData("slow")]
    [InlineData("offline")]
    public async Task A_credential_that_does_not_come_means_nothing_was_executed(string caller)
    {
        await using var make = LoopbackMake.Answering(Sample.MarkAsRead);
        await using var provider = new ServiceCollection()
            .AddSingleton<IMakeCredentialSource, TokenByName>()
            .AddMakeApi(options => (options.BaseAddress, options.ChangeTimeout) = (make.Address, TimeSpan.FromMilliseconds(200)))
            .BuildServiceProvider();

        var e = await Assert.ThrowsAsync<MakeException>(
            () => provider.GetRequiredService<MakeClient>().As(new(caller)).MarkAllReadAsync(null, Token));

        Assert.IsType<MakeFailure.Unavailable>(e.Failure);
        Assert.False(e.MayHaveBeenExecuted);
        Assert.Empty(make.Requests);
    }

    [Fact]
    public async Task Nothing_is_logged_and_no_trace_id_leaves()
    {
        await using var make = LoopbackMake.Answering(Sample.Notifications);
        using var log = new LogLines();
        await using var provider = new ServiceCollection()
            .AddLogging(builder => builder.AddProvider(log).SetMinimumLevel(LogLevel.Trace))
            .AddMakeApi(options => (options.BaseAddress, options.Credential) = (make.Address, MakeCredential.ApiToken("canary-token")))
            .BuildServiceProvider();
        using var activity = new Activity("test").AddBaggage("user", "ada").Start();

        await provider.GetRequiredService<MakeClient>().ListNotificationsAsync(new(), Token);

        Assert.Empty(log.Lines);
        Assert.DoesNotContain(Assert.Single(make.Requests).Headers.Keys, key => key.Contains("trace") || key.Contains("baggage") || key.Contains("Correlation"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("/api")]
    [InlineData("http://eu1.make.com")]
    [InlineData("ftp://eu1.make.com")]
    [InlineData("https://user@eu1.make.com")]
    [InlineData("https://eu1.make.com?a=b")]
    [InlineData("https://eu1.make.com#a")]
    public void An_address_that_could_leak_a_token_is_refused(string? address)
    {
        using var provider = new ServiceCollection()
            .AddMakeApi(o => (o.BaseAddress, o.Credential) = (
                address is null ? null : new(address, UriKind.RelativeOrAbsolute), MakeCredential.ApiToken("t")))
            .BuildServiceProvider();

        Assert.Throws<OptionsValidationException>(provider.GetRequiredService<MakeClient>);
    }

    [Fact]
    public void A_deadline_that_never_comes_is_refused()
    {
        using var provider = new ServiceCollection()
            .AddMakeApi(o => (o.BaseAddress, o.ReadTimeout) = (new("https://eu1.make.com"), Timeout.InfiniteTimeSpan))
            .BuildServiceProvider();

        Assert.Throws<OptionsValidationException>(provider.GetRequiredService<MakeClient>);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\r\nX: 1")]
    public void A_token_that_is_no_header_value_is_refused_without_being_shown(string token)
    {
        var e = Assert.ThrowsAny<ArgumentException>(() => MakeCredential.ApiToken(token));

        Assert.DoesNotContain("X: 1", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_credential_does_not_show_its_token() =>
        Assert.DoesNotContain("canary", $"{MakeCredential.ApiToken("canary")}{MakeCredential.OAuth("canary")}", StringComparison.Ordinal);

    [Fact]
    public async Task The_example_of_the_readme_is_this_code_and_runs()
    {
        var readme = Path.Combine(AppContext.BaseDirectory, "Readme");
        var example = File.ReadAllText(Path.Combine(readme, "README.md")).Split("```csharp\n")[1].Split("```")[0];
        var code = File.ReadAllLines(Path.Combine(readme, "UnreadList.cs"))
            .SkipWhile(line => line != "    {").Skip(1).TakeWhile(line => line != "    }")
            .Select(line => line.Length > 8 ? line[8..] : line);
        await using var make = LoopbackMake.Answering(Sample.Notifications);
        await using var output = new StringWriter();

        await UnreadList.PrintAsync(make.Address, "token", output);

        Assert.Equal(example, string.Concat(code.Select(line => line + "\n")));
        Assert.StartsWith("3 Encountered error in Integration HTTP scenario", output.ToString(), StringComparison.Ordinal);
    }

    private sealed class TokenByName : IMakeCredentialSource
    {
        public async ValueTask<MakeCredential> GetAsync(MakeCaller caller, CancellationToken cancellationToken)
        {
            await Task.Delay(caller.Name == "slow" ? Timeout.Infinite : 0, cancellationToken);
            return caller.Name switch
            {
                "nobody" => throw new MakeException(new MakeFailure.NotSignedIn()),
                "offline" => throw new HttpRequestException(),
                _ => MakeCredential.OAuth($"token-of-{caller}"),
            };
        }
    }

    private sealed class LogLines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
