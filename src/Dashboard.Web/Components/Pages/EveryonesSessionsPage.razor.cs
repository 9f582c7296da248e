using System.Globalization;
using Dashboard.Web.Identity;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Components.Pages;

/// <summary>Who is signed in, for administrators. Every change is a form post, never a circuit's event.</summary>
public sealed partial class EveryonesSessionsPage : ComponentBase, IDisposable
{
    private readonly ComponentLifetime _life = new();
    private IGrouping<string, Session>[]? _people;
    private Guid? _here;
    private bool _failed;

    [Inject]
    public required CurrentUser User { get; init; }

    [Inject]
    public required Identity.Sessions All { get; init; }

    /// <summary>How ending sessions went, where that was asked for.</summary>
    [SupplyParameterFromQuery]
    public string? Outcome { get; set; }

    private string Summary
    {
        get
        {
            var (people, sessions) = (_people!.Length, _people.Sum(person => person.Count()));
            return string.Create(CultureInfo.CurrentCulture, $"{people:N0} {(people == 1 ? "person" : "people")}, {sessions:N0} {(sessions == 1 ? "session" : "sessions")}");
        }
    }

    public void Dispose() => _life.Dispose();

    protected override async Task OnInitializedAsync()
    {
        _here = Guid.Parse((await User.SignInAsync()).Session);
        _people = (await All.ListAsync(_life.Token))?.GroupBy(session => session.Owner)
            .OrderBy(person => person.First().Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(person => person.Key, StringComparer.Ordinal).ToArray();
        _failed = _people is null;
    }
}
