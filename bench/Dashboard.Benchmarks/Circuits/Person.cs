namespace Dashboard.Benchmarks.Circuits;

/// <summary>A demo person of the sandbox.</summary>
/// <param name="Email">As on the sign-in page.</param>
/// <param name="Sample">The place of their token with all scopes among the sample tokens.</param>
internal sealed record Person(string Email, int Sample)
{
    public static IReadOnlyList<Person> All { get; } =
    [
        new("alice@harbour.example", 0),
        new("ben@harbour.example", 2),
        new("carol@bluebird.example", 4),
    ];
}
