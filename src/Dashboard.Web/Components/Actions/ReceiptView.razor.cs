using System.Globalization;
using Dashboard.Web.Actions;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Components.Actions;

/// <summary>What became of an action, zone by zone: what was asked, what was changed, what stayed and why.</summary>
public sealed partial class ReceiptView : ComponentBase
{
    [Parameter, EditorRequired]
    public required ActionKind Kind { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<ReceiptZone> Zones { get; set; }

    /// <summary>What a zone of a connection is called.</summary>
    [Parameter]
    public Func<Guid, string, string> ZoneName { get; set; } = (_, zone) => zone;

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
