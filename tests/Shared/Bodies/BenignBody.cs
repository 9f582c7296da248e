namespace Dashboard.Testing;

/// <summary>A body that means no harm, and must come through word for word.</summary>
/// <param name="Name">What it holds.</param>
/// <param name="Html">The body as Make would send it.</param>
/// <param name="Meant">What a browser is to show, where the sender forgot to escape it; else null.</param>
public sealed record BenignBody(string Name, string Html, string? Meant = null)
{
    /// <summary>The HTML whose text, lists, code and links are to be seen.</summary>
    public string Expected => Meant ?? Html;

    public override string ToString() => Name;
}
