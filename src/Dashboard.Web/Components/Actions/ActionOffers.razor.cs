using Dashboard.Web.Actions;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Components.Actions;

/// <summary>What a person can still do about an action: take it back, pause it, stop it.</summary>
public sealed partial class ActionOffers : ComponentBase, IDisposable
{
    private readonly ComponentLifetime _life = new();
    private bool _busy;

    [Parameter, EditorRequired]
    public required NotificationAction Action { get; set; }

    /// <summary>Says what could not be done.</summary>
    [Parameter]
    public EventCallback<string> OnTrouble { get; set; }

    [Inject]
    public required Outbox Outbox { get; init; }

    public void Dispose() => _life.Dispose();

    private Task UndoAsync() => RunAsync(async (owner, id, cancellationToken) =>
    {
        var undone = await Outbox.UndoAsync(owner, id, cancellationToken);
        if (!undone)
            await OnTrouble.InvokeAsync(ActionWords.TooLate);
        return undone;
    });

    private async Task RunAsync(Func<string, long, CancellationToken, Task<bool>> change)
    {
        if (_busy)
            return;
        _busy = true;
        try
        {
            await change(Action.Owner, Action.Id, _life.Token);
        }
        catch (ActionNotAcceptedException trouble)
        {
            await OnTrouble.InvokeAsync(trouble.Message);
        }
        finally
        {
            _busy = false;
        }
    }
}
