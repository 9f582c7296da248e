namespace Dashboard.Sandbox.Control;

/// <summary>The body of <c>POST /sandbox/notifications</c>.</summary>
/// <param name="Account">The e-mail address of the person who gets it.</param>
/// <param name="Zone">The zone's id.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Body">The HTML body.</param>
/// <param name="Type">The type, 1 if left out.</param>
/// <param name="Created">When it happened, now if left out.</param>
/// <param name="Copies">Whether all colleagues in the organization get one too.</param>
internal sealed record NewNotification(string Account, int Zone, string Subject, string Body = "", int Type = 1, DateTimeOffset? Created = null, bool Copies = false);
