using Dashboard.Client;
using Dashboard.Web.Connections;
using Dashboard.Web.Hosting;

namespace Dashboard.Web.Proxy;

/// <summary>
/// The one door to Make. It is told the connection and never looks for an ambient user: the room that asks has checked that the
/// connection is the caller's own.
/// </summary>
public sealed class MakeProxy(IServiceProvider services, RequestBudgets budgets)
{
    /// <summary>Make, as this connection may ask it.</summary>
    /// <exception cref="MakeException"><see cref="MakeFailure.Unavailable"/> when the connection's environment is no longer in the settings.</exception>
    public ConnectionProxy For(Connection connection, Urgency urgency) =>
        new(Client(connection.Environment).As(new ConnectionCaller(connection.Owner, connection.Id)), budgets.For(connection), urgency);

    /// <summary>Make, as a credential that is not yet stored may ask it, within what this person may spend on trying credentials.</summary>
    public ConnectionProxy Probe(string owner, MakeEnvironment environment, MakeCredential credential) =>
        new(Client(environment.Name).As(new ProbeCaller(credential)), budgets.ForProbes(owner, environment), Urgency.Person);

    /// <summary>The probe has shown whose organization pays for its requests.</summary>
    public void Charge(Connection connection, ConnectionProxy probe) => budgets.For(connection).Charge(probe.Sent);

    /// <summary>Ends what a person has allowed this portal at Make.</summary>
    /// <returns>Whether Make has ended it.</returns>
    public async Task<bool> RevokeAsync(Connection connection, CancellationToken cancellationToken) =>
        await services.GetRequiredService<MakeGrants>().RevokeAsync(connection, cancellationToken);

    /// <summary>What Make still allows this connection's organization.</summary>
    public BudgetState Budget(Connection connection) => budgets.For(connection).State;

    private MakeClient Client(string environment) => services.GetKeyedService<MakeClient>(environment)
        ?? throw new MakeException(new MakeFailure.Unavailable($"the environment {environment} is no longer configured"));
}
