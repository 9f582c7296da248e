namespace Dashboard.Testing;

/// <summary>A body that tries to do something to its reader.</summary>
/// <param name="Class">The kind of attack.</param>
/// <param name="Name">Its name among its kind.</param>
/// <param name="Why">What it relies on.</param>
/// <param name="Html">The body. What it runs calls <c>canary()</c>; what it loads or sends goes to <c>/stolen</c>, here or at <c>evil.example</c>.</param>
public sealed record HostileBody(string Class, string Name, string Why, string Html)
{
    public override string ToString() => $"{Class}: {Name}";
}
