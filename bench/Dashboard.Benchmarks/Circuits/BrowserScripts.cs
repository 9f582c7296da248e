using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace Dashboard.Benchmarks.Circuits;

/// <summary>
/// Answers for a page's scripts as far as the page waits for answers. A call that wants an object gets one; the modules' own functions are known
/// by name; what merely acts on the page's elements is answered with nothing.
/// </summary>
internal sealed class BrowserScripts
{
    private const string Grid = "/NotificationGrid.razor.js";

    // JSCallResultType of Microsoft.JSInterop.
    private const int ObjectReference = 1;

    private readonly Dictionary<long, string> _modules = [];
    private long _objects;

    /// <summary>The addresses of the modules imported, in order and with repetitions.</summary>
    public ConcurrentQueue<string> Imported { get; } = [];

    /// <summary>The grid's component as its module knows it; <see langword="null"/> until the component has attached the module.</summary>
    public long? GridComponent { get; private set; }

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
        else if (identifier == "attach" && _modules.GetValueOrDefault(target)?.EndsWith(Grid, StringComparison.Ordinal) == true && Parse(arguments) is [_, var component, ..])
        {
            GridComponent = component.GetProperty("__dotNetObject").GetInt64();
        }

        return made;
    }

    private static JsonElement[] Parse(string? arguments) => JsonSerializer.Deserialize<JsonElement[]>(arguments ?? "[]")!;
}
