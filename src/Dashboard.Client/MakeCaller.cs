namespace Dashboard.Client;

/// <summary>
/// Who asks. It is named on every call and travels with the request to the credential source, never through ambient state,
/// so one pooled client serves many people without mixing them up. It holds no secret.
/// </summary>
/// <param name="name">A name for the caller, such as the id of a connection.</param>
public class MakeCaller(string name)
{
    /// <summary>The caller's name.</summary>
    public string Name { get; } = name;

    /// <summary>The caller's name.</summary>
    public override string ToString() => Name;
}
