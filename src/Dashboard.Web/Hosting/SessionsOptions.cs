namespace Dashboard.Web.Hosting;

/// <summary>Section <c>Sessions</c>: how long people stay signed in.</summary>
public sealed class SessionsOptions
{
    /// <summary>After this time a person signs in again, however much the portal is used.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(8);

    /// <summary>After this time without a request or a deed on an open page a person signs in again.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromHours(1);
}
