using System.Collections.Immutable;

namespace Dashboard.Web.Components.Commands;

/// <summary>Something a person can ask the portal for: by a key, from the palette, by a control on the page.</summary>
/// <param name="Id">Its own among all commands, such as <c>delete</c>.</param>
/// <param name="Words">What it does, as the palette and the list of keys say it.</param>
/// <param name="Group">Where it is listed.</param>
/// <param name="Keys">The keys that each start it, as <see cref="KeyText"/> writes them; none for a command of the palette alone.</param>
public sealed record Command(string Id, string Words, CommandGroup Group, params ImmutableArray<string> Keys)
{
    /// <summary>Further words a person may look for it by.</summary>
    public string OtherWords { get; init; } = "";

    /// <summary>A CSS selector: its keys are this command's only while the page shows such an element.</summary>
    public string? While { get; init; }

    /// <summary>
    /// A CSS selector: the page itself presses this control, or puts the keyboard into it where it is a field, and no server is asked.
    /// For what must not wait, such as a field that takes the very next key.
    /// </summary>
    public string? InPage { get; init; }

    /// <summary>The list, or what belongs to it, takes these keys by itself while it has the keyboard; the command is listed, and not run from elsewhere.</summary>
    public bool IsOfTheList { get; init; }

    /// <summary>What a control says of the command when it is pointed at: its words and, in brackets, the keys that work.</summary>
    /// <param name="singleLetters">Whether keys that are characters alone do.</param>
    /// <param name="words">Other words than <see cref="Words"/>.</param>
    public string Tip(bool singleLetters, string? words = null)
    {
        var keys = string.Join(" or ", Keys.Where(keys => singleLetters || !KeyText.IsOfCharacters(keys)).Select(KeyText.Line));
        return keys.Length > 0 ? $"{words ?? Words} ({keys})" : words ?? Words;
    }
}
