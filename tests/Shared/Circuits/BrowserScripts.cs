using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace Dashboard.Testing.Circuits;

/// <summary>
/// Answers for a page's scripts as far as the page waits for answers. A call that wants an object gets one; the modules' own functions are known
/// by name; what merely acts on the page's elements is answered with nothing.
/// </summary>
internal sealed class BrowserScripts
{
    // JSCallResultType of Microsoft.JSInterop.
    private const int ObjectReference = 1;

    private readonly Dictionary<long, string> _modules = [];
    private readonly ConcurrentDictionary<string, long> _components = new();
    private long _objects;

    /// <summary>The addresses of the modules imported, in order and with repetitions.</summary>
    public ConcurrentQueue<string> Imported { get; } = [];

    /// <summary>The component that a module knows, for the module to call; <see langword="null"/> until it was handed over.</summary>
    /// <param name="module">The module's address, as it was imported.</param>
    public long? ComponentOf(string module) => _components.TryGetValue(module, out var component) ? component : null;

    /// <summary>What a call answers, as JSON.</summary>
    /// <param name="identifier">The function called.</param>
    /// <param name="arguments">Its arguments, a JSON array.</param>
    /// <param name="resultType">What the server makes of the answer.</param>
    /// <param name="target">The object it is called on, 0 for the window.</param>
    public string Answer(string identifier, string? arguments, int resultType, long target)
    {
        if (resultType == ObjectReference)
            return string.Create(CultureInfo.InvariantCulture, $$"""{"__jsObjectId":{{NewObject(identifier, arguments, target)}}}""");
        return identifier switch
        {
            "timeZone" => "\"Europe/Prague\"",
            "read" => "\" light\"",
            _ when identifier.Contains("DarkMode", StringComparison.OrdinalIgnoreCase) => "false",
            _ => "null",
        };
    }

    private long NewObject(string identifier, string? arguments, long target)
    {
        var made = ++_objects;
        if (identifier == "import" && Parse(arguments) is [var address, ..])
        {
            _modules[made] = address.GetString()!;
            Imported.Enqueue(_modules[made]);
        }
        else if (_modules.TryGetValue(target, out var module))
        {
            foreach (var argument in Parse(arguments))
            {
                if (argument.ValueKind == JsonValueKind.Object && argument.TryGetProperty("__dotNetObject", out var component))
                    _components[module] = component.GetInt64();
            }
        }

        return made;
    }

    private static JsonElement[] Parse(string? arguments) => JsonSerializer.Deserialize<JsonElement[]>(arguments ?? "[]")!;
}
