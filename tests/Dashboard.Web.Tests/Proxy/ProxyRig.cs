using Dashboard.Client;
using Dashboard.Web.Connections;
using Dashboard.Web.Proxy;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Dashboard.Web.Tests.Proxy;

/// <summary>The proxy as the app registers it, with two environments of one Make that only counts, on a clock that the test moves.</summary>
internal sealed class ProxyRig : IDisposable
{
    public const int PerMinute = 60;

    private readonly ServiceProvider _services;

    /// <param name="retryDelay">As <c>Make:RetryDelay</c>; none, so that a test need not move the clock for it.</param>
    public ProxyRig(string retryDelay = "00:00:00")
    {
        Make = new CountingMake(Time);
        var services = new ServiceCollection().AddLogging().AddOptions().AddSingleton<TimeProvider>(Time)
            .AddProxy(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Make:RetryDelay"] = retryDelay,
                ["Make:Environments:0:Name"] = "EU1",
                ["Make:Environments:0:BaseUrl"] = "https://eu1.make.example",
                ["Make:Environments:1:Name"] = "US1",
                ["Make:Environments:1:BaseUrl"] = "https://us1.make.example",
            }).Build())
            .AddSingleton<IMakeCredentialSource>(Make);
        foreach (var environment in (string[])["EU1", "US1"])
            services.AddHttpClient($"Make:{environment}").ConfigurePrimaryHttpMessageHandler(() => Make);
        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 26, 9, 0, 0, TimeSpan.Zero));

    public CountingMake Make { get; }

    public MakeProxy Proxy => _services.GetRequiredService<MakeProxy>();

    public static Connection ConnectionOf(int organization = 7, string environment = "EU1") => new()
    {
        Id = Guid.NewGuid(),
        Owner = "t.o",
        Environment = environment,
        Name = environment,
        AccountId = 1,
        AccountName = "",
        AccountEmail = "",
        OrganizationId = organization,
        RequestsPerMinute = PerMinute,
        Scopes = [MakeScope.UserRead.Name],
        Zones = [new Zone(1, "eu1.make.example", "EU1")],
        ConnectedAt = default,
    };

    /// <summary>A person opens a notification.</summary>
    public Task<NotificationDetail> OpenAsync(Connection connection, CancellationToken cancellationToken) =>
        Proxy.For(connection, Urgency.Person, Purpose.Detail).GetNotificationAsync(new NotificationId(7), 1, cancellationToken);

    /// <summary>A person's change: <c>delete</c> or <c>mark</c>.</summary>
    public Task<IReadOnlyList<NotificationId>> ChangeAsync(Connection connection, string change)
    {
        var make = Proxy.For(connection, Urgency.Person, Purpose.Action);
        return change == "delete"
            ? make.DeleteNotificationsAsync([new NotificationId(7)], 1, () => Task.CompletedTask, CancellationToken.None)
            : make.MarkAllReadAsync(1, () => Task.CompletedTask, CancellationToken.None);
    }

    public void Dispose() => _services.Dispose();
}
