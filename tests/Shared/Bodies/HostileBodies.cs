namespace Dashboard.Testing;

/// <summary>The collection of attacks, written for this product, by class.</summary>
public static class HostileBodies
{
    public static IReadOnlyList<HostileBody> All { get; } =
    [
        .. Of("scripts", ScriptBodies.All),
        .. Of("handlers", HandlerBodies.All),
        .. Of("schemes", SchemeBodies.All),
        .. Of("encodings", EncodingBodies.All),
        .. Of("mutation", MutationBodies.All),
        .. Of("foreign content", ForeignContentBodies.All),
        .. Of("styles", StyleBodies.All),
        .. Of("forms", FormBodies.All),
        .. Of("loads without a click", LoadBodies.All),
        .. Of("clobbering", ClobberingBodies.All),
        .. Of("overlays", OverlayBodies.All),
        .. Of("framework comments", FrameworkBodies.All),
        .. Of("look-alike links", LookAlikeLinkBodies.All),
        .. Of("taking the page away", NavigationBodies.All),
        .. Of("control characters", ControlCharacterBodies.All),
        .. Of("size and nesting", SizeBodies.All),
    ];

    private static readonly Dictionary<string, HostileBody> ByName = All.ToDictionary(body => body.ToString());

    /// <summary>The one called <c>class: name</c>.</summary>
    public static HostileBody Named(string name) => ByName[name];

    private static IEnumerable<HostileBody> Of(string attack, IEnumerable<(string Name, string Why, string Html)> bodies) =>
        bodies.Select(body => new HostileBody(attack, body.Name, body.Why, body.Html));
}
