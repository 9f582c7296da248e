using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dashboard.Web.Reading;

/// <summary>Registers the room.</summary>
public static class ReadingServices
{
    /// <summary>Adds <see cref="ReadingRoom"/> with the product's sanitizer, unless another was added before.</summary>
    public static IServiceCollection AddReading(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IBodySanitizer, BodySanitizer>();
        services.TryAddSingleton<ReadingRoom>();
        services.TryAddSingleton<NotificationReader>();
        return services;
    }
}
