using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Web.Actions;

/// <summary>Reads what a script sends, and says in words what is wrong with it.</summary>
internal static class JsonBody
{
    /// <param name="request">The request.</param>
    /// <param name="form">What is expected, with an example: stands in every refusal.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What was sent, or why it can't be read.</returns>
    public static async Task<(T? Body, ProblemHttpResult? Refused)> ReadAsync<T>(HttpRequest request, string form, CancellationToken cancellationToken)
        where T : class
    {
        if (!IsJson(request))
            return (null, ActionEndpoints.Refused(StatusCodes.Status415UnsupportedMediaType, "This is not JSON in UTF-8", form));
        try
        {
            return await request.ReadFromJsonAsync<T>(cancellationToken) is { } body
                ? (body, null)
                : (null, ActionEndpoints.Refused(StatusCodes.Status400BadRequest, "Nothing was sent", form));
        }
        catch (JsonException bad)
        {
            return (null, ActionEndpoints.Refused(StatusCodes.Status400BadRequest, "This JSON is not understood", $"{form} It can't be read at {bad.Path ?? "$"}, line {bad.LineNumber + 1}."));
        }
        catch (BadHttpRequestException bad)
        {
            return (null, ActionEndpoints.Refused(bad.StatusCode, "This request can't be read", $"{bad.Message} {form}"));
        }
    }

    /// <summary>JSON between programs is UTF-8 (RFC 8259, 8.1); the framework would try any other charset, and break on one that it does not know.</summary>
    private static bool IsJson(HttpRequest request) =>
        request.HasJsonContentType()
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
