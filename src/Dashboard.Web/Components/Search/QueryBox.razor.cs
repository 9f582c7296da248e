using Dashboard.Web.Inbox;
using Dashboard.Web.Inbox.Query;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Dashboard.Web.Components.Search;

/// <summary>
/// Where a query is typed, completed and explained, with a chip for each of its terms. The module beside it owns the text in the field,
/// so that no answer from the server overwrites what is being typed; this class owns what it means.
/// </summary>
public sealed partial class QueryBox : ComponentBase, IAsyncDisposable
{
    public const string Module = "./Components/Search/QueryBox.razor.js";

    /// <summary>Typing that rests for so long is applied.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly ComponentLifetime _life = new();
    private ElementReference _input;
    private DotNetObjectReference<ComponentBase>? _self;
    private IJSObjectReference? _field;
    private IReadOnlyList<Suggestion> _suggestions = [];
    private (InboxSnapshot Snapshot, Vocabulary Vocabulary)? _known;
    private QueryError? _error;
    private string _text = "";
    private string? _given;
    private int _caret;
    private int _active = -1;
    private int _typed;
    private bool _goesOn;
    private bool _isTyping;

    /// <summary>What is shown now.</summary>
    [Parameter, EditorRequired]
    public required InboxQuery Query { get; set; }

    /// <summary>Its values complete what is typed.</summary>
    [Parameter, EditorRequired]
    public required InboxSnapshot Snapshot { get; set; }

    /// <summary>A text that stands in the address but can't be read.</summary>
    [Parameter]
    public string? Misread { get; set; }

    /// <summary>Why the query of the address is not what is shown, in words.</summary>
    [Parameter]
    public string? Problem { get; set; }

    /// <summary>The address that shows everything.</summary>
    [Parameter]
    public string Everything { get; set; } = "/";

    /// <summary>Most characters that may be typed.</summary>
    [Parameter]
    public int MaxLength { get; set; } = QueryText.MaxLength;

    [Parameter]
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>A person wants another query.</summary>
    [Parameter]
    public EventCallback<QueryChange> OnApply { get; set; }

    /// <summary>A person began to type, or has done with it: by Enter, Escape or by leaving the field.</summary>
    [Parameter]
    public EventCallback<bool> OnTyping { get; set; }

    /// <summary>Whether keys that are characters alone work, which tooltips name.</summary>
    [CascadingParameter(Name = "SingleLetterKeys")]
    public bool SingleLetterKeys { get; set; } = true;

    [Inject]
    public required ScriptModules Scripts { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    private string? Trouble => _error is { } error ? $"Not understood. {error}." : Problem;

    /// <summary>The text in the field has changed. Called by the module.</summary>
    /// <param name="text">All of it.</param>
    /// <param name="caret">Characters before the caret.</param>
    [JSInvokable]
    public async Task TypeAsync(string text, int caret)
    {
        var typed = ++_typed;
        (_text, _caret) = (text, caret);
        // Counted from the key, not from when the suggestions are there.
        var rest = Task.Delay(Pause, Time, _life.Token);
        try
        {
            await TellTypingAsync(true);
            await SuggestAsync();
            await rest;
        }
        catch (OperationCanceledException)
        {
            return;
        }

        if (typed != _typed)
            return;
        await ApplyAsync();
        StateHasChanged();
    }

    /// <summary>One of the field's keys was pressed. Called by the module.</summary>
    [JSInvokable]
    public async Task PressAsync(string key)
    {
        switch (key)
        {
            case "ArrowDown" or "ArrowUp" when _suggestions.Count == 0:
                await SuggestAsync();
                break;
            case "ArrowDown":
                _active = (_active + 1) % _suggestions.Count;
                break;
            case "ArrowUp":
                _active = (Math.Max(_active, 0) + _suggestions.Count - 1) % _suggestions.Count;
                break;
            case "Tab" when _suggestions.Count > 0:
                await TakeAsync(_suggestions[Math.Max(_active, 0)]);
                break;
            case "Enter" when _active >= 0:
                await TakeAsync(_suggestions[_active]);
                break;
            case "Enter":
                await EndAsync();
                await ApplyAsync();
                _goesOn = false;
                break;
            case "Escape":
                await EndAsync();
                break;
        }

        StateHasChanged();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _life.Dispose();
        try
        {
            if (_field is not null)
            {
                await _field.InvokeVoidAsync("stop");
                await _field.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and its listeners with it.
        }

        _self?.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        var given = Misread ?? Query.Text;
        if (given == _given)
            return;
        _given = given;
        // What was typed may say the same in other words: it stays.
        if (QueryText.TryParse(_text, out var typed, out _, MaxLength) && typed == Query.Where && Misread is null)
            return;
        _error = null;
        await WriteAsync(given, given.Length);
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        try
        {
            var module = await Scripts.ImportAsync(Module, _life.Token);
            _self = ScriptModules.Reference(this);
            _field = await module.InvokeAsync<IJSObjectReference>("attach", _life.Token, _input, _self, _text);
        }
        catch (Exception left) when (left is JSDisconnectedException or OperationCanceledException)
        {
            // The page went while it was drawn.
        }
    }

    private void Begin() => _goesOn = false;

    private Task EndAsync()
    {
        Close();
        return TellTypingAsync(false);
    }

    private Task TellTypingAsync(bool isTyping)
    {
        if (isTyping == _isTyping)
            return Task.CompletedTask;
        _isTyping = isTyping;
        return OnTyping.InvokeAsync(isTyping);
    }

    private void Close() => (_suggestions, _active) = ([], -1);

    private async Task SuggestAsync()
    {
        var typed = _typed;
        var vocabulary = await VocabularyAsync();
        if (typed != _typed)
            return;
        (_suggestions, _active) = (Completion.For(_text, _caret, vocabulary), -1);
        StateHasChanged();
    }

    private async Task<Vocabulary> VocabularyAsync()
    {
        if (_known is var (known, vocabulary) && known == Snapshot)
            return vocabulary;
        var (snapshot, today) = (Snapshot, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Time.GetUtcNow(), TimeZone).DateTime));
        var read = await Task.Run(() => SnapshotVocabulary.Of(snapshot, today), _life.Token);
        _known = (snapshot, read);
        return read;
    }

    private async Task TakeAsync(Suggestion suggestion)
    {
        _typed++;
        var text = suggestion.ApplyTo(_text);
        await WriteAsync(text, suggestion.Start + suggestion.Insert.Length);
        if (suggestion.Insert.EndsWith(':'))
        {
            await SuggestAsync();
            return;
        }

        Close();
        await ApplyAsync();
    }

    private Task RemoveAsync(int chip) => OnApply.InvokeAsync(new QueryChange(Chips.Without(Query.Where, chip), Replace: false));

    /// <summary>The first of what is typed at one go is a step for Back of its own; what follows goes on from it.</summary>
    private async Task ApplyAsync()
    {
        _typed++;
        if (!QueryText.TryParse(_text, out var where, out _error, MaxLength) || (where == Query.Where && Problem is null))
            return;
        var replace = _goesOn;
        _goesOn = true;
        await OnApply.InvokeAsync(new QueryChange(where, replace));
    }

    private async Task WriteAsync(string text, int caret)
    {
        (_text, _caret) = (text, caret);
        if (_field is not null)
            await _field.InvokeVoidAsync("write", _life.Token, text, caret);
    }
}
