namespace Dashboard.Web.Components.Commands;

/// <summary>A command as a page offers it at a moment.</summary>
/// <param name="Command">Which.</param>
/// <param name="Run">Does it; <see langword="null"/> for what the page's script does by itself.</param>
/// <param name="WhyNot">Why it can't be run now, in words; <see langword="null"/> where it can.</param>
public sealed record CommandOffer(Command Command, Func<Task>? Run = null, string? WhyNot = null);
