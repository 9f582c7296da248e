using System.Net;
using Dashboard.Sandbox.Faults;
using Dashboard.Sandbox.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;

namespace Dashboard.Web.Tests.Sandbox;

public sealed class HostingTests : SandboxTest
{
    [Fact]
    public async Task Start_with_wrong_options_names_every_key()
    {
        var wrong = Small with
        {
            Notifications = 1_000_001,
            Colleagues = 100,
            Zones = 5,
            Faults = [new() { Kind = FaultKind.Delay }, new() { Kind = FaultKind.Status, Status = 200 }],
            Undocumented = new() { MaximumLimit = 0 },
        };

        var error = await Assert.ThrowsAsync<SandboxStartException>(() => StartAsync(wrong));

        Assert.Equal(
            ["Sandbox:Notifications", "Sandbox:Colleagues", "Sandbox:Zones", "Sandbox:Faults:1:Status", "Sandbox:Undocumented:MaximumLimit"],
            error.Message.Split(Environment.NewLine).Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public async Task Start_on_a_taken_port_names_the_key()
    {
        await using var sandbox = await StartAsync();

        var error = await Assert.ThrowsAsync<SandboxStartException>(() => StartAsync(Small with { Port = sandbox.Address.Port }));

        Assert.StartsWith($"Sandbox:Port is {sandbox.Address.Port}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_run_at_once_and_know_nothing_of_each_other()
    {
        await using var first = await StartAsync();
        await using var second = await StartAsync();
        using var alice = Person.Named("Alice", first);
        using var other = Person.Named("Alice", second);

        await alice.DeleteAsync("1");

        Assert.NotEqual(first.Address, second.Address);
        Assert.Contains("1", (await other.ListAsync()).Ids);
        Assert.DoesNotContain("1", (await alice.ListAsync()).Ids);
    }

    [Fact]
    public async Task Settings_lead_the_app_to_the_sandbox()
    {
        await using var sandbox = await StartAsync();
        var origin = sandbox.Address.GetLeftPart(UriPartial.Authority);

        Assert.Equal(origin + "/", sandbox.Settings["AzureAd:Instance"]);
        Assert.Equal(origin, sandbox.Settings["Make:Environments:0:BaseUrl"]);
        Assert.Equal(origin + "/user/api", sandbox.Settings["Make:Environments:0:TokenPage"]);
        Assert.Equal(sandbox.SampleTokens[0], new(sandbox.Settings["Make:Environments:0:SampleTokens:0:Label"]!, sandbox.Settings["Make:Environments:0:SampleTokens:0:Token"]!));
        using var browser = new HttpClient();
        Assert.Contains(sandbox.SampleTokens[^1].Token, await browser.GetStringAsync(sandbox.Settings["Make:Environments:0:TokenPage"], Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_with_the_web_app_supplies_settings_and_serves_before_the_app_listens()
    {
        using var port = new EnvironmentVariable("Sandbox__Port", "0");
        using var notifications = new EnvironmentVariable("Sandbox__Notifications", "10");
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        new SandboxStartup().Configure(builder.WebHost);
        await using var app = builder.Build();

        var instance = app.Configuration["AzureAd:Instance"];
        await app.StartAsync(Cancellation);

        using var http = new HttpClient();
        using var response = await http.GetAsync($"{instance}sandbox/accounts", Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await app.StopAsync(Cancellation);
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync($"{instance}sandbox/accounts", Cancellation));
    }

    [Fact]
    public void Start_with_the_web_app_changes_nothing_where_it_is_switched_off()
    {
        using var off = new EnvironmentVariable("Sandbox__Enabled", "false");
        var builder = WebApplication.CreateBuilder();
        var before = builder.Configuration["AzureAd:Instance"];

        new SandboxStartup().Configure(builder.WebHost);

        Assert.Equal(before, builder.Configuration["AzureAd:Instance"]);
    }

    /// <summary>Sets a variable of this process for as long as a test needs it. Nothing else in these tests reads the variables of the sandbox.</summary>
    private sealed class EnvironmentVariable : IDisposable
    {
        private readonly string _name;

        public EnvironmentVariable(string name, string value) => Environment.SetEnvironmentVariable(_name = name, value);

        public void Dispose() => Environment.SetEnvironmentVariable(_name, null);
    }
}
