namespace Dashboard.Web.Identity;

/// <summary>What a script sends with every change, to show that it is the signed-in person's own.</summary>
/// <param name="Token">The token.</param>
/// <param name="Header">The header that carries it.</param>
internal sealed record HeaderToken(string Token, string Header);
