namespace Dashboard.E2E.Screens;

/// <summary>A demo person of the sandbox.</summary>
/// <param name="Name">As on the sign-in page.</param>
/// <param name="Email">As in the sandbox's log.</param>
/// <param name="Sample">What the button with their full token says.</param>
public sealed record Person(string Name, string Email, string Sample)
{
    public static readonly Person Alice = new("Alice Archer", "alice@harbour.example", "Alice, all scopes");

    /// <summary>A colleague of Alice's: gets copies of what she gets.</summary>
    public static readonly Person Ben = new("Ben Brook", "ben@harbour.example", "Ben, all scopes");

    /// <summary>Of another organization, which has no part in US1 and US2.</summary>
    public static readonly Person Carol = new("Carol Chen", "carol@bluebird.example", "Carol, all scopes");
}
