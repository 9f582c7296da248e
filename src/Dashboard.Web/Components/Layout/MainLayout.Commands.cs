using Dashboard.Web.Components.Commands;
using Dashboard.Web.Preferences;
using MudBlazor;

namespace Dashboard.Web.Components.Layout;

/// <summary>What a person can ask for on every page: pages to go to and settings.</summary>
public sealed partial class MainLayout
{
    private IDisposable? _offered;

    private IEnumerable<CommandOffer> Offer() =>
    [
        new(KnownCommands.Palette),
        new(KnownCommands.Keys, () => Dialogs.ShowAsync<KeysDialog>("Keys", new DialogOptions { MaxWidth = MaxWidth.Medium, FullWidth = true })),
        new(KnownCommands.ToInbox, () => GoToAsync("/"), IsAt("/") ? "You are there. “Everything” takes the filter away." : null),
        .. IsAt("/") ? [] : new[] { new CommandOffer(KnownCommands.BackToInbox, () => GoToAsync("/")) },
        new(KnownCommands.ToActivity, () => GoToAsync("/activity"), IsAt("/activity") ? "You are there." : null),
        new(KnownCommands.ToPreferences, () => GoToAsync("/settings/preferences"), IsAt("/settings/preferences") ? "You are there." : null),
        new(KnownCommands.ToConnections, () => GoToAsync("/settings/connections"), IsAt("/settings/connections") ? "You are there." : null),
        new(KnownCommands.ToSessions, () => GoToAsync("/settings/sessions"), IsAt("/settings/sessions") ? "You are there." : null),
        new(KnownCommands.SignOut),
        .. Enum.GetValues<ThemeMode>().Select(mode => new CommandOffer(KnownCommands.Colours(mode), () => Choice.ChooseAsync(mode, _life.Token), WhyNot(Choice.Mode == mode))),
        .. Enum.GetValues<GridDensity>().Select(density => new CommandOffer(
            KnownCommands.Density(density), () => Preferences.ChangeAsync(before => before with { Density = density }, _life.Token), WhyNot(Preferences.Value.Density == density))),
        new(KnownCommands.SingleKeysOn, () => SwitchSingleKeysAsync(true), WhyNot(Preferences.Value.SingleLetterKeys)),
        new(KnownCommands.SingleKeysOff, () => SwitchSingleKeysAsync(false), WhyNot(!Preferences.Value.SingleLetterKeys)),
    ];

    private static string? WhyNot(bool isSoAlready) => isSoAlready ? "It is so already." : null;

    private bool IsAt(string path) => new Uri(Navigation.Uri).AbsolutePath == path;

    private Task GoToAsync(string address)
    {
        Navigation.NavigateTo(address);
        return Task.CompletedTask;
    }

    private Task SwitchSingleKeysAsync(bool on) => Preferences.ChangeAsync(before => before with { SingleLetterKeys = on }, _life.Token);
}
