using Dashboard.Web.Identity;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Components.Sessions;

/// <summary>Stands in an open page whose session is over, and leads to the page that says so: with it the last of what was shown leaves the browser.</summary>
public sealed partial class SessionOver : ComponentBase, IDisposable
{
    /// <summary>The page may be the very one that has just asked for it, and is on its way to the identity provider: it is not called back from there.</summary>
    private static readonly TimeSpan Departure = TimeSpan.FromSeconds(5);

    private readonly ComponentLifetime _life = new();

    /// <summary>Why.</summary>
    [Parameter, EditorRequired]
    public SessionEnd Why { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    private string Page => SignInPaths.Ended(Why, new Uri(Navigation.Uri) is var here ? here.PathAndQuery + here.Fragment : "/");

    public void Dispose() => _life.Dispose();

    protected override async Task OnInitializedAsync()
    {
        try
        {
            if (Why is SessionEnd.SignedOut or SessionEnd.EndedByPerson)
                await Task.Delay(Departure, Time, _life.Token);
            Navigation.NavigateTo(Page, forceLoad: true);
        }
        catch (OperationCanceledException)
        {
            // The page has gone where it was going.
        }
    }
}
