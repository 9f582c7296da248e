using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Dashboard.Web.Components.Commands;

/// <summary>Every key of what is on offer, by group, with the switch for those that are characters alone.</summary>
public sealed partial class KeysDialog : ComponentBase
{
    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Inject]
    public required CommandList Commands { get; init; }

    private IEnumerable<(CommandGroup Group, IReadOnlyList<Command> Commands)> Groups =>
        from @group in CommandGroup.All
        let commands = Commands.Offers.Select(offer => offer.Command).Where(command => command.Group == @group && command.Keys.Length > 0).ToArray()
        where commands.Length > 0
        select (@group, (IReadOnlyList<Command>)commands);

    private void Close() => Dialog.Close();
}
