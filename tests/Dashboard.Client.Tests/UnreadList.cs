using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Client.Tests;

internal static class UnreadList
{
    public static async Task PrintAsync(Uri environment, string token, TextWriter output)
    {
        var services = new ServiceCollection();
        services.AddMakeApi(options =>
        {
            options.BaseAddress = environment; // https://eu1.make.com
            options.Credential = MakeCredential.ApiToken(token);
        });
        await using var provider = services.BuildServiceProvider();
        var make = provider.GetRequiredService<MakeClient>();
        try
        {
            var page = await make.ListNotificationsAsync(new() { ImtZoneId = 1, Limit = 50, UnreadOnly = true });
            foreach (var notification in page.Notifications)
                await output.WriteLineAsync($"{notification.Id} {notification.Subject}");
        }
        catch (MakeException e)
        {
            await output.WriteLineAsync(e.Failure.Message);
        }
    }
}
