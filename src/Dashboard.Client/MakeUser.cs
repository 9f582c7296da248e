namespace Dashboard.Client;

/// <summary>The signed-in user, from <c>GET /users/me</c>. All but the id are optional there.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Name">The user's name.</param>
/// <param name="Email">The user's e-mail address.</param>
/// <param name="Timezone">The user's time zone.</param>
/// <param name="Locale">The user's locale.</param>
public sealed record MakeUser(int Id, string? Name = null, string? Email = null, string? Timezone = null, string? Locale = null);
