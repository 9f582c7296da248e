using System.Collections.Concurrent;
using Dashboard.Web.Connections;
using Dashboard.Web.Hosting;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Proxy;

/// <summary>One budget for each Make organization; for each connection while its organization is unknown.</summary>
public sealed class RequestBudgets(IOptions<MakeOptions> make, TimeProvider time)
{
    private const string Probes = "/probes of ";

    private readonly ConcurrentDictionary<string, RequestBudget> _budgets = new();

    /// <summary>Every budget, by a name that tells no person. Those of tokens being tried are left out.</summary>
    public IEnumerable<(string Name, BudgetState State)> All => _budgets.Where(budget => !budget.Key.Contains(Probes, StringComparison.Ordinal)).Select(budget => (budget.Key, budget.Value.State));

    public RequestBudget For(Connection connection)
    {
        var key = connection.OrganizationId is { } organization ? $"{connection.Environment}/{organization}" : connection.Id.ToString();
        var budget = _budgets.GetOrAdd(key, _ => New());
        if (connection.RequestsPerMinute is { } known and > 0)
            budget.Limit(known);
        return budget;
    }

    /// <summary>For tokens whose organization is not known yet: one person can't spend another's.</summary>
    public RequestBudget ForProbes(string owner, MakeEnvironment environment) => _budgets.GetOrAdd($"{environment.Name}{Probes}{owner}", _ => New());

    private RequestBudget New() => new(make.Value.RequestsPerMinute, time);
}
