using System.Globalization;
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
    public int? RetryAfterSeconds { get; init; }

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
        new(StatusCodes.Status429TooManyRequests, new { message = "Requests limit for organization exceeded, please try again later." }) { RetryAfterSeconds = retryAfterSeconds };

    public Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = Status;
        if (RetryAfterSeconds is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return response.WriteAsJsonAsync(Body, Body.GetType(), Json, response.HttpContext.RequestAborted);
    }

    private static string CodeOf(int status) => string.Create(CultureInfo.InvariantCulture, $"SC{status}");
}
