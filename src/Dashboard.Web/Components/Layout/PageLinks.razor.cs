using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Components.Layout;

/// <summary>Links between pages that belong together, above each of them.</summary>
public sealed partial class PageLinks : ComponentBase
{
    /// <summary>What they lead through.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>List items, each with a link.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
