namespace Dashboard.Web.Identity;

/// <summary>A live session, as pages list it.</summary>
/// <param name="Id">Names it; opens nothing.</param>
/// <param name="Owner">User key of the person.</param>
/// <param name="Name">What the person is called.</param>
/// <param name="Account">The name the person signs in with.</param>
/// <param name="Browser">The browser in plain words.</param>
/// <param name="BeganAt">When the person signed in.</param>
/// <param name="UsedAt">When it was last used, up to a minute behind.</param>
/// <param name="ExpiresAt">When it is over, however much it is used.</param>
public sealed record Session(Guid Id, string Owner, string Name, string Account, string Browser, DateTimeOffset BeganAt, DateTimeOffset UsedAt, DateTimeOffset ExpiresAt);
