using Dashboard.Web.Inbox;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Components.Pages;

/// <summary>What Make did not confirm as deleted, why, and what can be done.</summary>
public sealed partial class KeptNotice : ComponentBase
{
    /// <summary>Those that stay, each with the reason in words.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<NotificationKey, string> Kept { get; set; }

    /// <summary>Asks Make to delete them once more.</summary>
    [Parameter]
    public EventCallback OnTryAgain { get; set; }

    /// <summary>Compares every row with Make, to see which of them still exist.</summary>
    [Parameter]
    public EventCallback OnCompare { get; set; }

    /// <summary>Takes the marks away.</summary>
    [Parameter]
    public EventCallback OnDismiss { get; set; }
}
