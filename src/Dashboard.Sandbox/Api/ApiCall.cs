using System.Globalization;
using Dashboard.Sandbox.Data;
using Dashboard.Sandbox.Faults;

namespace Dashboard.Sandbox.Api;

/// <summary>One admitted call: who asks, and what may go wrong on the way.</summary>
internal sealed record ApiCall(HttpRequest Request, Caller Caller, IReadOnlyList<Fault> Faults)
{
    public Account Account => Caller.Account;

    /// <summary>The ids the call names, for the log.</summary>
    public IReadOnlyList<string> Ids { get; set; } = [];

    /// <summary>A query parameter, or null. Given twice it is refused.</summary>
    public string? Query(string name) => Request.Query[name] switch
    {
        [] => null,
        [var value] => value,
        _ => throw ApiRefusal.BadParameter($"Parameter '{name}' is given more than once."),
    };

    /// <summary>A query parameter that is a whole number not below <paramref name="least"/>, or null.</summary>
    public int? Number(string name, int least) => Query(name) switch
    {
        null => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least => number,
        _ => throw ApiRefusal.BadParameter($"Invalid value of parameter '{name}'."),
    };
}
