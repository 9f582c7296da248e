using Dashboard.Web.Hosting;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Identity;

/// <summary>How many pages each person has open: every one costs the server memory, so that nobody may take all of it.</summary>
public sealed class OpenPages(IOptions<LimitsOptions> limits)
{
    private readonly Dictionary<UserKey, int> _open = [];
    private readonly Lock _gate = new();

    /// <summary>The most that one person may have.</summary>
    public int Most => limits.Value.PagesPerPerson;

    /// <summary>Pages open now, over all people.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _open.Values.Sum();
        }
    }

    /// <summary>Whether this person may open one more.</summary>
    public bool HasRoomFor(UserKey person)
    {
        lock (_gate)
            return _open.GetValueOrDefault(person) < Most;
    }

    /// <summary>Counts a page, if there is room for it.</summary>
    internal bool TryOpen(UserKey person)
    {
        lock (_gate)
        {
            var open = _open.GetValueOrDefault(person);
            if (open >= Most)
                return false;
            _open[person] = open + 1;
            return true;
        }
    }

    /// <summary>A counted page was closed, or its line has dropped.</summary>
    internal void Close(UserKey person)
    {
        lock (_gate)
        {
            if (_open.GetValueOrDefault(person) is var open and > 1)
                _open[person] = open - 1;
            else
                _open.Remove(person);
        }
    }
}
