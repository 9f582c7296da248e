using Dashboard.Web.Identity;
using Dashboard.Web.Preferences;

namespace Dashboard.Web.Components.Layout;

/// <summary>What the person behind a circuit prefers, as it is now: a change made on one page of theirs reaches all the others.</summary>
public sealed class OwnPreferences : IDisposable
{
    private readonly ComponentLifetime _life = new();
    private readonly PreferenceStore _store;
    private readonly CurrentUser _user;
    private string? _owner;
    private int _reads;

    public OwnPreferences(PreferenceStore store, CurrentUser user)
    {
        (_store, _user) = (store, user);
        _store.Changed += OnStored;
    }

    /// <summary><see cref="Value"/> is another one. Raised on any thread.</summary>
    public event Action? Changed;

    /// <summary>The portal's own until <see cref="LoadAsync"/> has run.</summary>
    public PersonPreferences Value { get; private set; } = new();

    /// <summary>Reads them; once, before anything is drawn by them.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        _owner = (await _user.KeyAsync()).ToString();
        var read = Interlocked.Increment(ref _reads);
        var now = await _store.ReadAsync(_owner, cancellationToken);
        // Each change is followed by a read that knows it: of several under way the one that was begun last counts.
        if (read != Volatile.Read(ref _reads) || now == Value)
            return;
        Value = now;
        Changed?.Invoke();
    }

    /// <summary>Changes them for good, in every browser of the person's.</summary>
    public async Task ChangeAsync(Func<PersonPreferences, PersonPreferences> change, CancellationToken cancellationToken)
    {
        await _store.ChangeAsync((await _user.KeyAsync()).ToString(), change, cancellationToken);
        await LoadAsync(cancellationToken);
    }

    public void Dispose()
    {
        _store.Changed -= OnStored;
        _life.Dispose();
    }

    private void OnStored(string owner)
    {
        // Where it fails, this page keeps what it had until it is loaded again.
        if (owner == _owner)
            _ = LoadAsync(_life.Token);
    }
}
