using Dashboard.Client;
using Dashboard.Sandbox.Data;
using Dashboard.Testing;
using Dashboard.Testing.Circuits;
using Dashboard.Web.Components.Commands;
using Dashboard.Web.Components.Pages;
using Dashboard.Web.Connections;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Web.Tests.Proxy;

/// <summary>Somebody who has signed in, is connected, and works at an inbox page of their own: a circuit that stays open.</summary>
internal sealed class PersonAtPage : IAsyncDisposable
{
    private const string Shown = "Show as text";
    private const string Limit = "Make's limit of requests per minute is reached.";
    private const string Trouble = "Try again";
    private const string Sharing = "shared with everything else";

    private readonly Browser _browser;
    private readonly Uri _home;
    private readonly List<string> _said = [];
    private readonly List<NotificationId> _deleted = [];
    private HeadlessPage? _page;
    private int _next;

    private PersonAtPage(Account account, Browser browser, Uri home) => (Account, _browser, _home) = (account, browser, home);

    public Account Account { get; }

    /// <summary>What the person does one after the other, up to what was last asked of them.</summary>
    public Task Work { get; private set; } = Task.CompletedTask;

    /// <summary>What the person has asked to be deleted, and the page has accepted.</summary>
    public IReadOnlyList<NotificationId> Deleted => _deleted;

    /// <summary>How often the page has said, in place of a message, that Make's limit is reached.</summary>
    public int Refused { get; private set; }

    public bool HasRows => Page.Total > 0;

    private HeadlessPage Page => _page ?? throw new InvalidOperationException("The inbox is not open.");

    public static async Task<PersonAtPage> SignInAsync(ConnectedApp app, Account account, CancellationToken cancellationToken)
    {
        var browser = new Browser(app.Dashboard.Address);
        (await browser.SignInAsync(account.Email, cancellationToken: cancellationToken)).Dispose();
        Assert.Equal(ConnectOutcome.Connected, await app.ConnectAsync(account.Name));
        return new PersonAtPage(account, browser, app.Dashboard.Address);
    }

    public async Task OpenInboxAsync()
    {
        _page = await HeadlessPage.OpenAsync(_browser, _home);
        _page.Said += Hear;
    }

    /// <summary>Whether the page has ever said this.</summary>
    public bool WasTold(string words)
    {
        lock (_said)
            return _said.Exists(said => said.Contains(words, StringComparison.Ordinal));
    }

    /// <summary>Opens the next notification of the list when all that was begun before is over, reads what comes, and deletes it or goes back to the list.</summary>
    public void Begin(bool thenDelete)
    {
        Work = AfterAsync(Work);

        async Task AfterAsync(Task before)
        {
            await before;
            await ReadNextAsync();
            await (thenDelete ? DeleteAsync() : Page.PressAsync(KnownCommands.Back));
        }
    }

    /// <summary>Opens the next notification of the list, and waits for its message or for words in its place.</summary>
    /// <returns>Whether the message came.</returns>
    public async Task<bool> ReadNextAsync()
    {
        int before;
        lock (_said)
            before = _said.Count;
        await Page.OpenRowAsync(_next++);
        string? answer = null;
        await Page.UntilAsync(_ => (answer = SaidSince(before, Shown, Trouble)) is not null, $"message, nor words in its place, for {Account.Name}");
        // A deletion that waits says so, too, at any time.
        if (answer == Trouble && SaidSince(before, Limit) is not null)
            Refused++;
        return answer == Shown;
    }

    /// <summary>What the person's page of connections says of the organization's budget: another circuit, open for as long as that takes.</summary>
    public async Task<string> ReadBudgetAsync()
    {
        string? budget = null;
        await using var page = await HeadlessPage.OpenAsync(_browser, new Uri(_home, ConnectionsPage.Address));
        page.Said += text => budget = text.Contains(Sharing, StringComparison.Ordinal) ? text : budget;
        await page.UntilAsync(_ => budget is not null, $"budget on the page of connections of {Account.Name}");
        return budget!;
    }

    public async ValueTask DisposeAsync()
    {
        if (_page is not null)
            await _page.DisposeAsync();
        _browser.Dispose();
    }

    /// <summary>Deletes what is open by its key, and waits until it has left the list.</summary>
    private async Task DeleteAsync()
    {
        var (_, id) = InboxUrl.ReadOpen(QueryHelpers.ParseQuery(Page.Address.Query)["open"])!.Value;
        var before = Page.Total;
        await Page.PressAsync(KnownCommands.Delete);
        await Page.UntilAsync(page => page.Total == before - 1, $"list of {Account.Name} without what was deleted");
        _deleted.Add(id);
        // Those below have moved up.
        _next--;
    }

    private void Hear(string text)
    {
        lock (_said)
            _said.Add(text);
    }

    private string? SaidSince(int before, params string[] any)
    {
        lock (_said)
            return any.FirstOrDefault(words => _said.FindIndex(before, said => said.StartsWith(words, StringComparison.Ordinal)) >= 0);
    }
}
