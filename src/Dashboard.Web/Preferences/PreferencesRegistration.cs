namespace Dashboard.Web.Preferences;

internal static class PreferencesRegistration
{
    public static IServiceCollection AddPreferences(this IServiceCollection services) => services.AddSingleton<PreferenceStore>();
}
