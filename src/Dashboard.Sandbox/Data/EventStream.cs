using System.Security.Cryptography;
using System.Text;

namespace Dashboard.Sandbox.Data;

/// <summary>
/// What happened in one organization, oldest first: the time and the number of a text for each event. The holders' mailboxes refer
/// to events by place, so that a million notifications share one small record and no text is made before it is asked for.
/// </summary>
internal sealed class EventStream(Organization organization, int seed)
{
    private readonly record struct Event(long CreatedMilliseconds, int Text);

    private readonly List<Event> _events = [];
    private readonly List<NotificationText> _texts = [];

    public Organization Organization { get; } = organization;

    public int Count => _events.Count;

    public void Reserve(int events) => _events.EnsureCapacity(events);

    /// <summary>Adds a text and answers its number.</summary>
    public int Register(NotificationText text)
    {
        _texts.Add(text);
        return _texts.Count - 1;
    }

    /// <summary>Adds an event and answers its place.</summary>
    public int Append(long createdMilliseconds, int text)
    {
        _events.Add(new(createdMilliseconds, text));
        return _events.Count - 1;
    }

    /// <summary>Adds an event with the text of an earlier one and answers its place.</summary>
    public int Recur(int earlier, long createdMilliseconds) => Append(createdMilliseconds, _events[earlier].Text);

    /// <summary>Gives the event at a place another text.</summary>
    public void Replace(int place, int text) => _events[place] = _events[place] with { Text = text };

    public NotificationText TextAt(int place) => _texts[_events[place].Text];

    public long CreatedAt(int place) => _events[place].CreatedMilliseconds;

    /// <summary>The execution's id: 32 hex digits, the same for every holder and for every run with the same seed.</summary>
    public string ExecutionAt(int place) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{seed}/{Organization.Id}/{place}")).AsSpan(0, 16));
}
