namespace Dashboard.Web.Hosting;

/// <summary>Section <c>Make</c>: the Make hosts that people may connect to.</summary>
public sealed class MakeOptions
{
    /// <summary>The only hosts a token is ever sent to.</summary>
    public IList<MakeEnvironment> Environments { get; } = [];

    /// <summary>Requests per minute while the organization's own limit is not known; Make's smallest paid plan allows 60 (reference: rate limiting).</summary>
    public int RequestsPerMinute { get; set; } = 60;

    /// <summary>How long opening a notification, or any other single answer, may take, to its last byte and with everything that is asked again.</summary>
    public TimeSpan ReadTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a page of a list may take, to its last byte and with everything that is asked again.</summary>
    public TimeSpan ListTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Pause before a question that got no answer is asked again, twice at most; doubled each time, and never quite the same. A change is never sent again.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// How long marking as read or deleting may take at Make. After a lost answer so much time has to pass before what became of it is looked at.
    /// </summary>
    public TimeSpan ChangeTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Connecting by OAuth, where Make has registered a client.</summary>
    public MakeOAuthOptions OAuth { get; } = new();

    /// <summary>The environment of that name, or <see langword="null"/> when it is not (or no longer) configured.</summary>
    public MakeEnvironment? Find(string name) => Environments.FirstOrDefault(environment => environment.Name == name);
}
