using System.Collections.Immutable;
using Dashboard.Web.Components.Layout;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Components.Commands;

/// <summary>The keys of a command as a person reads them; those that are switched off say so.</summary>
public sealed partial class KeyNames : ComponentBase, IDisposable
{
    /// <summary>As <see cref="KeyText"/> writes them.</summary>
    [Parameter, EditorRequired]
    public required ImmutableArray<string> Keys { get; set; }

    [Inject]
    public required OwnPreferences Preferences { get; init; }

    public void Dispose() => Preferences.Changed -= OnChanged;

    protected override void OnInitialized() => Preferences.Changed += OnChanged;

    private bool IsOff(string keys) => !Preferences.Value.SingleLetterKeys && KeyText.IsOfCharacters(keys);

    private void OnChanged() => InvokeAsync(StateHasChanged);
}
