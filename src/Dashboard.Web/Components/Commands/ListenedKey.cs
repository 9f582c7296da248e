namespace Dashboard.Web.Components.Commands;

/// <summary>Keys that the browser listens for.</summary>
/// <param name="Keys">As <see cref="KeyText"/> writes them.</param>
/// <param name="Id">The command they start.</param>
/// <param name="Words">What it does, for the hint while a next key is awaited.</param>
/// <param name="While">As <see cref="Command.While"/>.</param>
/// <param name="InPage">As <see cref="Command.InPage"/>.</param>
public sealed record ListenedKey(string Keys, string Id, string Words, string? While, string? InPage)
{
    /// <summary>What to listen for, of two with the same keys the one to ask first standing first.</summary>
    /// <param name="offers">What is offered.</param>
    /// <param name="singleLetters">Whether keys that are characters alone count.</param>
    public static IReadOnlyList<ListenedKey> Of(IEnumerable<CommandOffer> offers, bool singleLetters) =>
    [
        .. from offer in offers
           where !offer.Command.IsOfTheList
           from keys in offer.Command.Keys
           where singleLetters || !KeyText.IsOfCharacters(keys)
           // Keys that are a command's only for a while come before those that are another's always.
           orderby offer.Command.While is null
           select new ListenedKey(keys, offer.Command.Id, offer.Command.Words, offer.Command.While, offer.Command.InPage),
    ];
}
