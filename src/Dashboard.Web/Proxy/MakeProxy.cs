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
    /// <param name="connection">Whose credential and budget it is.</param>
    /// <param name="urgency">Who waits for the answers.</param>
    /// <param name="purpose">What the requests are for.</param>
    /// <exception cref="MakeException"><see cref="MakeFailure.Unavailable"/> when the connection's environment is no longer in the settings.</exception>
    public ConnectionProxy For(Connection connection, Urgency urgency, Purpose purpose) =>
        new(Client(connection.Environment), turn => new ConnectionCaller(connection.Owner, connection.Id, turn), budgets.For(connection), urgency, purpose)
        {
            Answered = failure => services.GetRequiredService<LastAnswers>().Note(connection.Id, failure),
        };

    /// <summary>Make, as a credential that is not yet stored may ask it, within what this person may spend on trying credentials.</summary>
    public ConnectionProxy Probe(string owner, MakeEnvironment environment, MakeCredential credential) =>
        new(Client(environment.Name), turn => new ProbeCaller(credential, turn), budgets.ForProbes(owner, environment), Urgency.Person, Purpose.Check);

    /// <summary>The probe has shown whose organization pays for its requests.</summary>
    public void Charge(Connection connection, ConnectionProxy probe) => budgets.For(connection).Charge(probe.Sent, Purpose.Check);

    /// <summary>Ends what a person has allowed this portal at Make.</summary>
    /// <returns>Whether Make has ended it.</returns>
    public async Task<bool> RevokeAsync(Connection connection, CancellationToken cancellationToken) =>
        await services.GetRequiredService<MakeGrants>().RevokeAsync(connection, cancellationToken);

    /// <summary>What Make still allows this connection's organization.</summary>
    public BudgetState Budget(Connection connection) => budgets.For(connection).State;

    /// <summary>How Make last answered this connection.</summary>
    public LastAnswer LastAnswer(Connection connection) => services.GetRequiredService<LastAnswers>().Of(connection.Id);

    /// <summary>What the organization's requests of the last ten minutes were for, oldest minute first.</summary>
    public IReadOnlyList<BudgetUse> Uses(Connection connection) => budgets.For(connection).Uses;

    /// <summary>How long this connection's feed waits until its next look, so that all who share its budget fit into the pollers' half.</summary>
    /// <param name="connection">Whose feed it is.</param>
    /// <param name="requests">How many requests its last look took.</param>
    /// <param name="shortest">The shortest wait.</param>
    public TimeSpan UntilNextLook(Connection connection, int requests, TimeSpan shortest) =>
        budgets.For(connection).UntilNextLook(connection.Id, requests, shortest);

    private MakeClient Client(string environment) => services.GetKeyedService<MakeClient>(environment)
        ?? throw new MakeException(new MakeFailure.Unavailable($"the environment {environment} is no longer configured"));
}
