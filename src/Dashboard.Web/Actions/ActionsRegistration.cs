using Dashboard.Web.Connections;
using Dashboard.Web.Data;
using Dashboard.Web.Hosting;
using Dashboard.Web.Inbox;
using Dashboard.Web.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Actions;

internal static class ActionsRegistration
{
    /// <summary>Adds the room. Marks that were registered before stay those of the inboxes.</summary>
    public static IServiceCollection AddActions(this IServiceCollection services)
    {
        services.TryAddSingleton<IInboxMarks>(services => services.GetRequiredService<PersonalOutboxes>());
        return services
            .AddSingleton<OutboxSignals>()
            .AddSingleton<OutboxStore>()
            .AddSingleton<OutboxDepth>()
            .AddSingleton<RunStore>()
            .AddSingleton<BinSeal>()
            .AddSingleton(services => new PersonalOutboxes(
                services.GetRequiredService<OutboxStore>(), services.GetRequiredService<IDbContextFactory<DashboardDb>>(), services.GetRequiredService<OutboxSignals>(),
                services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<PersonalOutboxes>>()))
            .AddSingleton(services => new Outbox(
                services.GetRequiredService<OutboxStore>(), services.GetRequiredService<PersonalOutboxes>(), services.GetRequiredService<BinSeal>(),
                services.GetRequiredService<NotificationReader>(), services.GetRequiredService<IOptions<ActionsOptions>>(), services.GetRequiredService<TimeProvider>()))
            .AddSingleton(services => new ActivityLog(services.GetRequiredService<OutboxStore>()))
            .AddSingleton(services => new RecycleBin(
                services.GetRequiredService<IDbContextFactory<DashboardDb>>(), services.GetRequiredService<ConnectionRegister>(), services.GetRequiredService<BinSeal>(),
                services.GetRequiredService<IOptions<ActionsOptions>>(), services.GetRequiredService<TimeProvider>()))
            .AddHostedService<OutboxRunner>()
            .AddHostedService<Retention>();
    }
}
