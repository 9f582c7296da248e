using System.Globalization;
using System.Text.Json;
using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Faults;

namespace Dashboard.Web.Tests.Faults;

/// <summary>What the tables of cells call the ways in which Make, or what stands before it, fails.</summary>
internal static class RoomTrouble
{
    private const string Done = ", done";
    private const int Silence = 600_000;

    /// <summary>Nothing comes, or so slowly that it never ends: the portal's own deadline has to strike.</summary>
    public static bool IsEndless(string trouble) => trouble.Split(',')[0] is "silent" or "drip";

    /// <summary>The sandbox's fault that brings a trouble about.</summary>
    /// <param name="trouble">Its name; with <c>, done</c> the change is made and only its answer is bad.</param>
    /// <param name="operation">What fails.</param>
    /// <param name="ids">Of the notifications that the cell is about.</param>
    public static Fault Of(string trouble, ApiOperation operation, IReadOnlyList<string> ids)
    {
        var isDone = trouble.EndsWith(Done, StringComparison.Ordinal);
        var name = isDone ? trouble[..^Done.Length] : trouble;
        var parts = name.Split(" in ", 2);
        var fault = Named(parts[0], ids) with { Operation = operation, When = isDone ? FaultMoment.After : FaultMoment.Before };
        return parts is [_, var wait] ? fault with { RetryAfter = wait == "an hour" ? DateTimeOffset.UtcNow.AddHours(1).ToString("R") : wait } : fault;
    }

    private static Fault Named(string name, IReadOnlyList<string> ids) => name switch
    {
        "429" => new Fault { Kind = FaultKind.Throttle },
        "lost" => new Fault { Kind = FaultKind.Drop },
        "silent" => new Fault { Kind = FaultKind.Delay, DelayMilliseconds = Silence },
        "drip" => new Fault { Kind = FaultKind.Drip, DelayMilliseconds = 1_000 },
        "cut" => new Fault { Kind = FaultKind.Cut },
        "swollen" => new Fault { Kind = FaultKind.Swell, Megabytes = 17 },
        "page" => new Fault { Kind = FaultKind.Answer, ContentType = "text/html", Status = 200, Body = "<html>Sign in to the guest network</html>" },
        // Well closed, and cut in the middle all the same.
        "half" => new Fault { Kind = FaultKind.Answer, Status = 200, Body = """{"notifications":[{"id":"7","subject":"Some}""" },
        "as text" => new Fault { Kind = FaultKind.Answer, ContentType = "text/plain" },
        "empty" => new Fault { Kind = FaultKind.Answer, Status = 204, Body = "" },
        "error" => new Fault { Kind = FaultKind.Answer, Status = 503, Body = "{}" },
        "names none" => new Fault { Kind = FaultKind.Answer, Status = 200, Body = """{"notifications":[]}""" },
        "names others" => new Fault { Kind = FaultKind.Answer, Status = 200, Body = JsonSerializer.Serialize(new { notifications = ids.Concat(["1", "424242"]).Select(id => new { id }) }) },
        "spares one" => new Fault { Kind = FaultKind.PartialDelete, Refuse = 1 },
        _ => new Fault { Kind = FaultKind.Status, Status = int.Parse(name, CultureInfo.InvariantCulture) },
    };
}
