using Dashboard.Testing;
using Dashboard.Web.Reading;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Dashboard.Web.Tests.Reading;

public sealed class ReadingRoomTests : IDisposable
{
    private static readonly HashSet<string> Hosts = ["local.make.cloud", "eu1.make.com", "localhost:5090"];

    private readonly CountingSanitizer _sanitizer = new();
    private readonly FakeTimeProvider _time = new();
    private readonly ReadingRoom _room;

    public ReadingRoomTests() => _room = new ReadingRoom(_sanitizer, _time, NullLogger<ReadingRoom>.Instance);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Published_body_is_read_whole()
    {
        var body = await _room.ReadAsync(PublishedBody.Html, Hosts, Cancellation);

        Assert.Equal(BodyShape.Html, body.Shown);
        Assert.Null(body.Notice);
        Assert.Equal(PublishedBody.Html, body.Source);
        Assert.Equal(PublishedBody.Text, body.Text);
        Assert.Equal(
            ["Validation failed for 1 parameter(s).", "Missing value of required parameter '{{!expect.json.label}}'."], body.Details);
        Assert.Equal(
            [
                new(PartKind.Scenario, "Integration HTTP 3", "86", new Uri("https://local.make.cloud/scenario/86/log"), IsForeign: false),
                new(PartKind.Organization, "test team", "2", new Uri("https://local.make.cloud/organization/2"), IsForeign: false),
                new(PartKind.Team, "My Lab", "1", new Uri("https://local.make.cloud/team/1"), IsForeign: false),
                new(
                    PartKind.Execution,
                    "d4f49055d5f44705b2aaf77a09547b77",
                    "d4f49055d5f44705b2aaf77a09547b77",
                    new Uri("https://local.make.cloud/scenario/86/log/d4f49055d5f44705b2aaf77a09547b77"),
                    IsForeign: false),
            ],
            body.Parts);
    }

    [Theory]
    [InlineData("https://eu1.make.com/1/scenarios/86", PartKind.Scenario, "86")]
    [InlineData("https://eu1.make.com/1/scenarios/86/logs", PartKind.Scenario, "86")]
    [InlineData("https://eu1.make.com/1/scenarios/86/logs/d4f49055d5f44705b2aaf77a09547b77", PartKind.Execution, "d4f49055d5f44705b2aaf77a09547b77")]
    [InlineData("http://localhost:5090/team/18446744073709551616", PartKind.Team, "18446744073709551616")]
    public async Task Link_to_a_part_of_make_is_found(string address, PartKind kind, string id)
    {
        var body = await _room.ReadAsync($"<a href='{address}'> a \n b\u202e </a><a href='{address}'>again</a>", Hosts, Cancellation);

        Assert.Equal([new(kind, "a b", id, new Uri(address), IsForeign: false)], body.Parts);
    }

    [Theory]
    [InlineData("https://eu1.make.com.evil.example/team/1")]
    [InlineData("https://evil.example/team/1")]
    [InlineData("https://eu1.make.com:8443/team/1")]
    [InlineData("http://localhost/team/1")]
    public async Task Part_on_another_host_is_foreign(string address)
    {
        var body = await _room.ReadAsync($"<a href='{address}'></a>", Hosts, Cancellation);

        var part = Assert.Single(body.Parts);
        Assert.True(part.IsForeign);
        Assert.Equal("1", part.Name);
    }

    [Fact]
    public async Task Trust_in_a_host_is_the_viewers_own_though_bodies_are_kept()
    {
        var own = await _room.ReadAsync(PublishedBody.Html, Hosts, Cancellation);
        var others = await _room.ReadAsync(PublishedBody.Html, new HashSet<string>(), Cancellation);
        var again = await _room.ReadAsync(PublishedBody.Html, new HashSet<string>(Hosts.Reverse()), Cancellation);

        Assert.DoesNotContain("role=\"note\"", own.Html, StringComparison.Ordinal);
        Assert.Equal(4, others.Html.Split("role=\"note\"").Length - 1);
        Assert.All(others.Parts, part => Assert.True(part.IsForeign));
        Assert.Equal(own, again);
        Assert.Equal(2, _sanitizer.Calls);
    }

    [Fact]
    public async Task Notes_of_the_portals_are_no_words_of_the_body()
    {
        var body = await _room.ReadAsync("<code>at <a href='https://e.example/x'>line 3</a> of it</code>", Hosts, Cancellation);

        Assert.Contains("opens e.example", body.Html, StringComparison.Ordinal);
        Assert.Equal(("at line 3 of it", "at line 3 of it"), (body.Text, Assert.Single(body.Details)));
    }

    [Fact]
    public async Task Body_under_way_leaves_a_circuits_thread_free()
    {
        var gate = _sanitizer.Hold();
        var circuit = Dispatcher.CreateDefault();
        var reading = circuit.InvokeAsync(() => _room.ReadAsync("<p>x</p>", Hosts, Cancellation));
        await _sanitizer.Started.WaitAsync(Cancellation);

        // The circuit's own work goes on while the body is being read, and the body is not read among it.
        Assert.Equal("a click", await circuit.InvokeAsync(() => "a click").WaitAsync(Cancellation));
        Assert.False(reading.IsCompleted);
        Assert.Null(_sanitizer.Context);
        gate.SetResult();
        Assert.Equal("<p>x</p>", (await reading).Html);
    }

    [Theory]
    [InlineData("https://eu1.make.com/")]
    [InlineData("https://eu1.make.com/team/x")]
    [InlineData("https://eu1.make.com/team/1/../../user/api")]
    [InlineData("https://eu1.make.com/team/123456789012345678901")]
    [InlineData("https://eu1.make.com/scenario/86/log/xyz")]
    [InlineData("https://eu1.make.com/x/team/1")]
    [InlineData("mailto:team/1@eu1.make.com")]
    public async Task Other_link_is_no_part(string address)
    {
        var body = await _room.ReadAsync($"<a href='{address}'>x</a>", Hosts, Cancellation);

        Assert.Empty(body.Parts);
    }

    [Fact]
    public async Task Body_is_sanitized_once_for_all_who_ask()
    {
        var gate = _sanitizer.Hold();
        var readers = Enumerable.Range(0, 20).Select(_ => _room.ReadAsync("<p>x</p>", Hosts, Cancellation)).ToArray();
        gate.SetResult();
        await Task.WhenAll(readers);
        await _room.ReadAsync("<p>x</p>", Hosts, Cancellation);

        Assert.Equal(1, _sanitizer.Calls);
    }

    [Fact]
    public async Task Leaving_reader_does_not_take_the_body_from_the_others()
    {
        var gate = _sanitizer.Hold();
        using var leaving = new CancellationTokenSource();
        var first = _room.ReadAsync("<p>x</p>", Hosts, leaving.Token);
        var second = _room.ReadAsync("<p>x</p>", Hosts, Cancellation);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult();

        Assert.Equal("<p>x</p>", (await second).Html);
    }

    [Fact]
    public async Task Bodies_are_never_read_on_all_processors()
    {
        var gate = _sanitizer.Hold();
        var readers = Enumerable.Range(0, 50).Select(number => _room.ReadAsync($"<p>{number}</p>", Hosts, Cancellation)).ToArray();
        gate.SetResult();
        await Task.WhenAll(readers);

        Assert.InRange(_sanitizer.MostAtOnce, 1, Math.Max(1, Environment.ProcessorCount - 1));
    }

    [Fact]
    public async Task Kept_bodies_are_bounded_by_number()
    {
        for (var number = 0; number <= 1_000; number++) await _room.ReadAsync($"<p>{number}</p>", Hosts, Cancellation);
        await _room.ReadAsync("<p>1000</p>", Hosts, Cancellation);
        Assert.Equal(1_001, _sanitizer.Calls);

        await _room.ReadAsync("<p>0</p>", Hosts, Cancellation);
        Assert.Equal(1_002, _sanitizer.Calls);
    }

    [Fact]
    public async Task Kept_bodies_are_bounded_by_size()
    {
        var filling = new string('x', 200_000);
        for (var number = 0; number < 20; number++) await _room.ReadAsync($"<p>{number}{filling}</p>", Hosts, Cancellation);

        await _room.ReadAsync($"<p>19{filling}</p>", Hosts, Cancellation);
        Assert.Equal(20, _sanitizer.Calls);
        await _room.ReadAsync($"<p>0{filling}</p>", Hosts, Cancellation);
        Assert.Equal(21, _sanitizer.Calls);
    }

    [Fact]
    public async Task Body_not_ready_in_time_is_shown_as_text_and_tried_again_later()
    {
        var gate = _sanitizer.Hold();
        var reading = _room.ReadAsync("<p>x</p>", Hosts, Cancellation);
        await _sanitizer.Started.WaitAsync(Cancellation);
        _time.Advance(ReadingRoom.Deadline);

        var late = await reading;
        Assert.Equal(BodyShape.Text, late.Shown);
        Assert.Equal("<p>x</p>", late.Text);
        Assert.Contains("in time", late.Notice, StringComparison.Ordinal);

        gate.SetResult();
        Assert.Equal(BodyShape.Html, (await _room.ReadAsync("<p>x</p>", Hosts, Cancellation)).Shown);
    }

    [Fact]
    public async Task Body_the_parser_fails_on_is_shown_as_text()
    {
        _sanitizer.Failure = new InvalidOperationException();

        var body = await _room.ReadAsync("<p>x</p>", Hosts, Cancellation);

        Assert.Equal(BodyShape.Text, body.Shown);
        Assert.Equal("<p>x</p>", body.Source);
    }

    [Fact]
    public async Task Body_past_a_limit_is_whole_as_text()
    {
        var source = string.Concat(Enumerable.Repeat("<div>", 101)) + "x";

        var body = await _room.ReadAsync(source, Hosts, Cancellation);

        Assert.Equal((BodyShape.Text, string.Empty, source, source), (body.Shown, body.Html, body.Text, body.Source));
        Assert.NotNull(body.Notice);
    }

    [Fact]
    public async Task Text_of_a_body_reads_as_it_is_shown()
    {
        var body = await _room.ReadAsync(
            "<h1>A</h1>  b\n c<br>d<pre>e\n  f</pre><table><tr><td>g</td><td>h</td></tr><tr><td>i</td></tr></table><ul><li><p>j</p></li></ul>",
            Hosts,
            Cancellation);

        Assert.Equal("A\nb c\nd\ne\n  f\ng\th\ni\n- j", body.Text);
    }

    [Fact]
    public void Sanitizer_added_before_stays()
    {
        using var services = new ServiceCollection()
            .AddSingleton<IBodySanitizer>(_sanitizer).AddLogging().AddReading().BuildServiceProvider();

        Assert.Same(_sanitizer, services.GetRequiredService<IBodySanitizer>());
        Assert.Same(services.GetRequiredService<ReadingRoom>(), services.GetRequiredService<ReadingRoom>());
    }

    /// <summary>The product's sanitizer, counted, and held up or failing on demand.</summary>
    private sealed class CountingSanitizer : IBodySanitizer
    {
        private readonly BodySanitizer _sanitizer = new();
        private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TaskCompletionSource? _gate;
        private int _calls;
        private int _atOnce;

        public int Calls => _calls;

        public int MostAtOnce { get; private set; }

        public Task Started => _started.Task;

        /// <summary>Whose thread the last body was read on: null for nobody's.</summary>
        public SynchronizationContext? Context { get; private set; }

        public Exception? Failure { get; set; }

        public TaskCompletionSource Hold() => _gate = new TaskCompletionSource();

        public SanitizedBody Sanitize(string body, IReadOnlySet<string> makeHosts, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _calls);
            var now = Interlocked.Increment(ref _atOnce);
            lock (_sanitizer) MostAtOnce = Math.Max(MostAtOnce, now);
            Context = SynchronizationContext.Current;
            _started.TrySetResult();
            try
            {
                _gate?.Task.Wait(cancellationToken);
                return Failure is null ? _sanitizer.Sanitize(body, makeHosts, cancellationToken) : throw Failure;
            }
            finally
            {
                Interlocked.Decrement(ref _atOnce);
            }
        }
    }
}
