using Dashboard.Sandbox.Api;

namespace Dashboard.Sandbox.Faults;

/// <summary>The failures to come, in the order they were set.</summary>
internal sealed class FaultBook(IEnumerable<Fault> faults)
{
    private readonly Lock _gate = new();
    private readonly List<Fault> _faults = [.. faults];
    private TaskCompletionSource _cleared = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<Fault> Pending
    {
        get
        {
            lock (_gate)
                return [.. _faults];
        }
    }

    public void Add(Fault fault)
    {
        lock (_gate)
            _faults.Add(fault);
    }

    /// <summary>Forgets all of them; what they hold up goes on.</summary>
    public void Clear()
    {
        TaskCompletionSource cleared;
        lock (_gate)
        {
            _faults.Clear();
            (cleared, _cleared) = (_cleared, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        cleared.SetResult();
    }

    /// <summary>The faults that hit this call; each of them has one time less afterwards, and those that let it pass one call less to skip.</summary>
    public IReadOnlyList<Fault> Take(ApiOperation operation, int? zoneId)
    {
        lock (_gate)
        {
            var meant = _faults.FindAll(fault => (fault.Operation == ApiOperation.Any || fault.Operation == operation) && (fault.ZoneId is null || fault.ZoneId == zoneId));
            foreach (var early in meant.Where(fault => fault.Skip > 0))
                _faults[_faults.IndexOf(early)] = early with { Skip = early.Skip - 1 };
            var hits = meant.FindAll(fault => fault.Skip == 0);
            foreach (var hit in hits.Where(hit => hit.Times is not null))
            {
                var place = _faults.IndexOf(hit);
                if (hit.Times == 1)
                    _faults.RemoveAt(place);
                else
                    _faults[place] = hit with { Times = hit.Times - 1 };
            }

            return hits.ConvertAll(hit => hit with { Cleared = _cleared.Task });
        }
    }
}
