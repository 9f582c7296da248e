using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dashboard.Sandbox.Api;

/// <summary>An answer of the API: a status, a body, and how many notifications it speaks of.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">Written as JSON.</param>
/// <param name="Notifications">How many notifications the answer lists or changed; null where it is about none.</param>
internal sealed record ApiAnswer(int Status, object Body, int? Notifications = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    /// <summary>Sent as <c>Retry-After</c> if set.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>Sent in place of the body if set, as it stands.</summary>
    public string? Text { get; init; }

    /// <summary>Sent in place of JSON's content type if set.</summary>
    public string? ContentType { get; init; }

    /// <summary>The ids that the operation changed.</summary>
    public IReadOnlyList<string> Changed { get; init; } = [];

    /// <summary>What a list shows.</summary>
    public ListedRange? Listed { get; init; }

    public static ApiAnswer Ok(object body, int? notifications = null) => new(StatusCodes.Status200OK, body, notifications);

    /// <summary>The error triple of make-api §4.</summary>
    public static ApiAnswer Error(int status, string detail, string message, string? code = null) =>
        new(status, new { detail, message, code = code ?? CodeOf(status) });

    /// <summary>A refused parameter: the triple with one suberror.</summary>
    public static ApiAnswer BadParameter(string reason) => new(StatusCodes.Status400BadRequest, new
    {
        detail = "Validation failed for 1 parameter(s).",
        message = "Bad Request",
        code = CodeOf(StatusCodes.Status400BadRequest),
        suberrors = new[] { new { message = reason, name = "Error" } },
    });

    /// <summary>The published answer over the rate limit; it has a message only (make-api §3).</summary>
    public static ApiAnswer Throttled(int? retryAfterSeconds) =>
        new(StatusCodes.Status429TooManyRequests, new { message = "Requests limit for organization exceeded, please try again later." }) { RetryAfter = retryAfterSeconds?.ToString(CultureInfo.InvariantCulture) };

    public Task WriteAsync(HttpResponse response)
    {
        WriteHead(response);
        return Text switch
        {
            null => response.WriteAsJsonAsync(Body, Body.GetType(), Json, response.ContentType, response.HttpContext.RequestAborted),
            "" => Task.CompletedTask,
            _ => response.WriteAsync(Text, response.HttpContext.RequestAborted),
        };
    }

    /// <summary>Everything but the body.</summary>
    public void WriteHead(HttpResponse response)
    {
        response.StatusCode = Status;
        response.ContentType = Text is "" ? null : ContentType ?? "application/json; charset=utf-8";
        if (RetryAfter is not null)
            response.Headers.RetryAfter = RetryAfter;
    }

    /// <summary>The body, for who does not send it as it should be sent.</summary>
    public byte[] ToBytes() => Text is null ? JsonSerializer.SerializeToUtf8Bytes(Body, Body.GetType(), Json) : Encoding.UTF8.GetBytes(Text);

    private static string CodeOf(int status) => string.Create(CultureInfo.InvariantCulture, $"SC{status}");
}
