namespace Dashboard.Client;

/// <summary>How to reach one environment of Make.</summary>
public sealed class MakeApiOptions
{
    /// <summary>The host, such as <c>https://eu1.make.com</c>; <c>/api/v2</c> is added. HTTPS, or HTTP on a loopback address.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The credential of every call. Null asks the registered <see cref="IMakeCredentialSource"/> by caller.</summary>
    public MakeCredential? Credential { get; set; }

    /// <summary>How long a connection may take. 5 seconds.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the answer to a question may take to begin, before it is given up; within the times below. 10 seconds.</summary>
    public TimeSpan AnswerTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long reading one thing may take, from the credential to the last byte of the body. 10 seconds.</summary>
    public TimeSpan ReadTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long reading a list (notifications, zones, organizations) may take, to the last byte. 30 seconds.</summary>
    public TimeSpan ListTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long marking as read or deleting may take, to the last byte. 30 seconds.</summary>
    public TimeSpan ChangeTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The most bytes an answer with rows may have, decompressed: 16 MB, enough for 10,000 rows with subjects of 1 KB.</summary>
    public int MaxListBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>The most bytes any other answer may have, decompressed. 1 MB.</summary>
    public int MaxAnswerBytes { get; set; } = 1024 * 1024;
}
