using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Dashboard.Web.Components;

/// <summary>The script modules that a circuit has imported: each once, kept until the circuit ends.</summary>
/// <remarks>
/// A circuit keeps 700 bytes for each type that crosses to the browser as an argument, and as much for each of its interfaces and base types:
/// 25 KB for a first <see cref="long"/>, such as the one that disposing of a module sends. What crosses at no cost is what Blazor itself sends,
/// text and <see cref="int"/>, and references to components where all are of one type.
/// </remarks>
public sealed class ScriptModules(IJSRuntime js)
{
    private readonly Dictionary<string, Task<IJSObjectReference>> _modules = [];

    /// <summary>A component for its module to call. All of one type to the circuit; the methods are those of the component's own class.</summary>
    public static DotNetObjectReference<ComponentBase> Reference(ComponentBase component) => DotNetObjectReference.Create(component);

    /// <summary>The module at an address, imported where it is not yet.</summary>
    public Task<IJSObjectReference> ImportAsync(string address, CancellationToken cancellationToken)
    {
        // Others may wait for the same import: whoever asked first may go before it is there.
        if (!_modules.TryGetValue(address, out var import) || import.IsFaulted || import.IsCanceled)
            _modules[address] = import = js.InvokeAsync<IJSObjectReference>("import", address).AsTask();
        return import.WaitAsync(cancellationToken);
    }
}
