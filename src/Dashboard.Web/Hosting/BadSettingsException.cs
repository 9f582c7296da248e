namespace Dashboard.Web.Hosting;

/// <summary>The settings can't be used; the message lists every problem by its key and what to do.</summary>
public sealed class BadSettingsException(IReadOnlyCollection<string> problems)
    : Exception($"The dashboard can't start with these settings:{Environment.NewLine}"
        + string.Join(Environment.NewLine, problems.Select(problem => $"  - {problem}"))
        + $"{Environment.NewLine}Set them in appsettings.json, as environment variables (Section__Key) or on the command line (--Section:Key=value).")
{
    public IReadOnlyCollection<string> Problems { get; } = problems;
}
