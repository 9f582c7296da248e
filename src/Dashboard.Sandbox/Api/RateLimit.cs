using Dashboard.Sandbox.Data;

namespace Dashboard.Sandbox.Api;

/// <summary>
/// The requests an organization may make per minute (make-api §3). Which organization a call is charged to when a person has several
/// is not published; here it is the person's first.
/// </summary>
internal sealed class RateLimit(int requestsPerMinute, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, (DateTimeOffset Until, int Left)> _windows = [];

    public int RequestsPerMinute => requestsPerMinute;

    /// <summary>Takes one request, or says how long until the minute is over.</summary>
    public bool TryTake(Organization organization, out TimeSpan wait)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (!_windows.TryGetValue(organization.Id, out var window) || window.Until <= now)
                window = (now.AddMinutes(1), requestsPerMinute);
            wait = window.Until - now;
            if (window.Left == 0)
                return false;
            _windows[organization.Id] = window with { Left = window.Left - 1 };
            return true;
        }
    }
}
