namespace Dashboard.Web.Components.Commands;

/// <summary>A command as the palette shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Words">What it does.</param>
/// <param name="Group">Its group's heading.</param>
/// <param name="OtherWords">As <see cref="Command.OtherWords"/>.</param>
/// <param name="Keys">The keys that start it, for people.</param>
/// <param name="WhyNot">As <see cref="CommandOffer.WhyNot"/>.</param>
/// <param name="InPage">As <see cref="Command.InPage"/>.</param>
public sealed record PaletteEntry(string Id, string Words, string Group, string OtherWords, IReadOnlyList<string> Keys, string? WhyNot, string? InPage)
{
    /// <summary>Everything that is offered but what only the list does, and the palette itself.</summary>
    /// <param name="offers">What is offered.</param>
    /// <param name="singleLetters">Whether keys that are characters alone count.</param>
    public static IReadOnlyList<PaletteEntry> Of(IEnumerable<CommandOffer> offers, bool singleLetters) =>
    [
        .. from offer in offers
           let command = offer.Command
           where !command.IsOfTheList && command != KnownCommands.Palette
           let keys = command.Keys.Where(keys => singleLetters || !KeyText.IsOfCharacters(keys))
           select new PaletteEntry(command.Id, command.Words, command.Group.Name, command.OtherWords, [.. keys.Select(KeyText.Line)], offer.WhyNot, command.InPage),
    ];
}
