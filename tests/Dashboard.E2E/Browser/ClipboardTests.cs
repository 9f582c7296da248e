namespace Dashboard.E2E.Browser;

/// <summary>Tests that read the clipboard, of which a browser has one for all its contexts: never two at a time.</summary>
[CollectionDefinition(Name)]
public sealed class ClipboardTests
{
    public const string Name = "Clipboard";
}
