namespace Dashboard.Web.Components;

/// <summary>
/// Ends with its component. A component may be disposed of while it awaits: the token can still be read then, and is cancelled.
/// </summary>
internal sealed class ComponentLifetime : IDisposable
{
    private readonly CancellationTokenSource _ends = new();

    public ComponentLifetime() => Token = _ends.Token;

    public CancellationToken Token { get; }

    public void Dispose()
    {
        _ends.Cancel();
        _ends.Dispose();
    }
}
