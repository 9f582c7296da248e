namespace Dashboard.Web.Components.Commands;

/// <summary>
/// What a person can ask for now: one list in each circuit. Pages add what they offer while they live; the keys, the palette and the list
/// of keys all read from here.
/// </summary>
public sealed class CommandList
{
    private readonly List<Func<IEnumerable<CommandOffer>>> _sources = [];

    /// <summary>Commands, or their keys, came or went.</summary>
    public event Action? Changed;

    /// <summary>What is offered at this moment, what the latest source offers first. Of two with the same id the first counts.</summary>
    public IReadOnlyList<CommandOffer> Offers => [.. Enumerable.Reverse(_sources).SelectMany(offers => offers()).DistinctBy(offer => offer.Command.Id)];

    /// <summary>Adds what somebody offers, until it is disposed of.</summary>
    /// <param name="offers">Asked each time the commands are wanted, so that it may tell what can't be run just then.</param>
    public IDisposable Add(Func<IEnumerable<CommandOffer>> offers)
    {
        _sources.Add(offers);
        Renew();
        return new Source(this, offers);
    }

    /// <summary>A source now offers other commands or other keys than before.</summary>
    public void Renew() => Changed?.Invoke();

    /// <summary>Runs a command.</summary>
    /// <returns>Why it was not run, in words; <see langword="null"/> where it was, and for a command that nobody offers any more.</returns>
    public async Task<string?> RunAsync(string id)
    {
        var offer = Offers.FirstOrDefault(offer => offer.Command.Id == id);
        if (offer is { WhyNot: null, Run: { } run })
            await run();
        return offer?.WhyNot;
    }

    private sealed class Source(CommandList list, Func<IEnumerable<CommandOffer>> offers) : IDisposable
    {
        public void Dispose()
        {
            if (list._sources.Remove(offers))
                list.Renew();
        }
    }
}
