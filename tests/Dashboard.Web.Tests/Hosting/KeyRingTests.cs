using Dashboard.Client;
using Dashboard.Testing;
using Dashboard.Web.Connections;
using Dashboard.Web.Proxy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Dashboard.Web.Tests.Hosting;

/// <summary>What was sealed opens after the certificate or the key was changed, and asks for the person where the keys are lost.</summary>
public sealed class KeyRingTests : IDisposable
{
    /// <summary>What is protected begins with a mark of 4 bytes and the key's id.</summary>
    private const int HeaderLength = 20;

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("dashboard-ring-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task Certificate_is_replaced_while_the_one_before_still_opens_what_it_sealed()
    {
        KeyRingCertificate.WriteTo(_data.FullName, "first.pfx");
        KeyRingCertificate.WriteTo(_data.FullName, "second.pfx");
        await using (var app = await StartAsync(("DataProtection:CertificatePath", "first.pfx")))
            await app.ConnectAsync("Alice");
        Assert.DoesNotContain(KeyFiles(), key => key.Contains("<masterKey", StringComparison.Ordinal));

        await using (var app = await StartAsync(("DataProtection:CertificatePath", "second.pfx"), ("DataProtection:PreviousCertificates:0:Path", "first.pfx")))
            Assert.Equal("Alice Archer", await NameAsync(app));

        await using (var app = await StartAsync(("DataProtection:CertificatePath", "second.pfx")))
            await AssertAsksForThePersonAsync(app);
    }

    [Fact]
    public async Task Key_is_replaced_while_the_one_before_still_opens_what_it_sealed_until_it_is_revoked()
    {
        await using var app = await StartAsync();
        await app.ConnectAsync("Alice");
        var keys = app.Get<IKeyManager>();
        var now = DateTimeOffset.UtcNow;

        keys.CreateNewKey(now, now.AddDays(90));
        Assert.Equal("Alice Archer", await NameAsync(app));
        Assert.Equal(2, keys.GetAllKeys().Count);

        keys.RevokeAllKeys(DateTimeOffset.UtcNow, "lost");
        // The framework reads the ring anew in the background.
        var protection = app.Get<IDataProtectionProvider>().CreateProtector("test");
        var before = protection.Protect([1]);
        await Wait.UntilAsync(() => !protection.Protect([1]).AsSpan(0, HeaderLength).SequenceEqual(before.AsSpan(0, HeaderLength)));
        await AssertAsksForThePersonAsync(app);
        Assert.Equal(ConnectOutcome.Connected, await app.ConnectAsync("Alice"));
        Assert.Equal("Alice Archer", await NameAsync(app));
    }

    [Fact]
    public async Task Copied_database_without_the_ring_gives_no_token()
    {
        await using (var app = await StartAsync())
            await app.ConnectAsync("Alice");
        Directory.Delete(Path.Combine(_data.FullName, "keys"), recursive: true);

        await using var thief = await StartAsync();

        await AssertAsksForThePersonAsync(thief);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("first.pfx", false)]
    public async Task Start_says_where_keys_lie_in_the_clear(string certificate, bool says)
    {
        KeyRingCertificate.WriteTo(_data.FullName, "first.pfx");

        await using var app = await StartAsync(("DataProtection:CertificatePath", certificate));

        Assert.Equal(says, app.Dashboard.Log.Lines.Any(line => line.Contains("lie in the clear", StringComparison.Ordinal)));
    }

    private IEnumerable<string> KeyFiles() => Directory.EnumerateFiles(Path.Combine(_data.FullName, "keys")).Select(File.ReadAllText);

    private Task<ConnectedApp> StartAsync(params (string Key, string Value)[] settings) => ConnectedApp.StartAsync(settings: settings
        .Append(("Dashboard:DataDirectory", _data.FullName)).ToDictionary(setting => setting.Item1, setting => (string?)setting.Item2));

    private static async Task<Connection> ConnectionAsync(ConnectedApp app) => Assert.Single(await app.ConnectionsAsync("Alice"));

    private static async Task<string?> NameAsync(ConnectedApp app) =>
        (await app.Get<MakeProxy>().For(await ConnectionAsync(app), Urgency.Person, Purpose.Check).GetMeAsync(Cancellation)).Name;

    private static async Task AssertAsksForThePersonAsync(ConnectedApp app)
    {
        app.Sandbox.ClearLog();
        Assert.IsType<MakeFailure.NotSignedIn>((await Assert.ThrowsAsync<MakeException>(() => NameAsync(app))).Failure);
        Assert.Equal(ReconnectReason.Unreadable, (await ConnectionAsync(app)).Reconnect);
        Assert.Empty(app.Sandbox.Log);
    }
}
