using Dashboard.Web.Inbox;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Components.Grid;

/// <summary>Chooses what the rows are folded together by.</summary>
public sealed partial class GroupingSelect : ComponentBase
{
    /// <summary>What rows are folded together by; <see langword="null"/> for not at all.</summary>
    [Parameter, EditorRequired]
    public InboxGrouping? Grouping { get; set; }

    [Parameter]
    public EventCallback<InboxGrouping?> GroupingChanged { get; set; }

    /// <summary>The time that the bars of each group stand for.</summary>
    [Parameter]
    public GroupSpan Span { get; set; }

    [Parameter]
    public EventCallback<GroupSpan> SpanChanged { get; set; }

    private Task ChangeAsync(ChangeEventArgs e) =>
      GroupingChanged.InvokeAsync(Enum.TryParse<InboxGrouping>((string?)e.Value, out var grouping) ? grouping : null);

    private Task ChangeSpanAsync(ChangeEventArgs e) => SpanChanged.InvokeAsync(Enum.Parse<GroupSpan>((string)e.Value!));
}
