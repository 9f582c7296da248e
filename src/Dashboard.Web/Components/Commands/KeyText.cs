namespace Dashboard.Web.Components.Commands;

/// <summary>
/// How keys are written: a character as it is typed (<c>#</c>, <c>j</c>), <c>Shift+I</c> for a capital letter, the browser's name for any
/// other key (<c>Escape</c>), <c>Ctrl+K</c> with Ctrl or, on a Mac, Cmd. Keys pressed one after the other have a space between them: <c>g i</c>.
/// </summary>
public static class KeyText
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["Ctrl"] = "Ctrl/Cmd",
        ["Escape"] = "Esc",
        ["ArrowUp"] = "↑",
        ["ArrowDown"] = "↓",
        ["ArrowLeft"] = "←",
        ["ArrowRight"] = "→",
        ["PageUp"] = "PgUp",
        ["PageDown"] = "PgDn",
    };

    /// <summary>Whether the keys are made of characters alone, so that words spoken to a computer could press them (WCAG 2.1.4).</summary>
    public static bool IsOfCharacters(string keys) => keys.Split(' ').All(press => press.Split('+') is [{ Length: 1 }] or ["Shift", { Length: 1 }]);

    /// <summary>The keys for people: the presses in order, each made of the keys held together.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Presses(string keys) =>
        [.. keys.Split(' ').Select(press => press.Length == 1 ? [press] : press.Split('+').Select(key => Names.GetValueOrDefault(key, key)).ToArray())];

    /// <summary>The keys for people, in a line: <c>Ctrl/Cmd+K</c>, <c>g i</c>.</summary>
    public static string Line(string keys) => string.Join(' ', Presses(keys).Select(press => string.Join('+', press)));
}
