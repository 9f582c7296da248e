using Microsoft.Extensions.Options;

namespace Dashboard.Web.Hosting;

internal static class SettingsRegistration
{
    /// <summary>Reads and checks every section before anything is built on it, so that all problems are told at once.</summary>
    /// <exception cref="BadSettingsException">Lists every problem by its key.</exception>
    public static IServiceCollection AddSettings(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var problems = new List<string>();
        // Microsoft.Identity.Web reads more of this section than is checked here.
        var entra = Add("AzureAd", new EntraOptionsValidator(), allowsMore: true);
        Add("SignIn", new SignInOptionsValidator(entra));
        Add("Sessions", new SessionsOptionsValidator());
        var dashboard = Add("Dashboard", new DashboardOptionsValidator());
        Add("DataProtection", new KeyRingOptionsValidator(environment, dashboard));
        Add("Make", new MakeOptionsValidator());
        Add("Inbox", new InboxOptionsValidator());
        Add("Actions", new ActionsOptionsValidator());
        Add("Limits", new LimitsOptionsValidator());
        Add("Telemetry", new TelemetryOptionsValidator());
        return problems.Count == 0 ? services : throw new BadSettingsException(problems);

        TOptions Add<TOptions>(string name, IValidateOptions<TOptions> validator, bool allowsMore = false)
            where TOptions : class, new()
        {
            var section = configuration.GetSection(name);
            services.AddOptions<TOptions>().Bind(section);
            try
            {
                // Without this, an entry of a list that can't be read is left out without a word.
                var options = section.Get<TOptions>(binder => binder.ErrorOnUnknownConfiguration = !allowsMore) ?? new TOptions();
                problems.AddRange(validator.Validate(name, options).Failures ?? []);
                return options;
            }
            catch (InvalidOperationException unreadable)
            {
                // The innermost of the binder's messages names the key and the kind of value it takes.
                problems.Add((unreadable.InnerException as InvalidOperationException ?? unreadable).Message);
                return new TOptions();
            }
        }
    }
}
