namespace Dashboard.Web.Reading;

/// <summary>The bodies read last, at most so many and so large together; the one used longest ago goes first. Safe from many threads.</summary>
/// <param name="mostBodies">Most bodies kept.</param>
/// <param name="mostCharacters">Most characters kept in all bodies together.</param>
internal sealed class BodyCache(int mostBodies, long mostCharacters)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = [];
    private long _characters;

    /// <summary>Number of bodies kept.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _entries.Count;
        }
    }

    /// <summary>The body kept under the key, or null.</summary>
    public ReadableBody? Find(string key)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(key, out var node)) return null;
            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Body;
        }
    }

    /// <summary>Keeps a body, and lets go of those used longest ago until all fit.</summary>
    public void Keep(string key, ReadableBody body)
    {
        lock (_lock)
        {
            if (_entries.ContainsKey(key)) return;
            var entry = new Entry(key, body);
            _entries.Add(key, _byUse.AddFirst(entry));
            _characters += entry.Characters;
            while (_byUse.Last is { } last && (_entries.Count > mostBodies || _characters > mostCharacters))
            {
                _byUse.RemoveLast();
                _entries.Remove(last.Value.Key);
                _characters -= last.Value.Characters;
            }
        }
    }

    private sealed record Entry(string Key, ReadableBody Body)
    {
        public long Characters { get; } = Body.Html.Length + Body.Text.Length + Body.Source.Length + Body.Details.Sum(line => (long)line.Length);
    }
}
