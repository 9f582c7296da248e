using System.Net.Http.Headers;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Refit;

namespace Dashboard.Client.Wire;

/// <summary>Reads and writes bodies: JSON, whatever the content type says.</summary>
internal sealed class MakeContent : IHttpContentSerializer
{
    internal static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public HttpContent ToHttpContent<T>(T item)
    {
        // Of known length: with a buffered body parameter the request is not chunked.
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(item, TypeInfo<T>()));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    /// <summary>Reads an answer, or says what is wrong with it.</summary>
    /// <exception cref="MakeException">It is <see cref="MakeFailure.Unreadable"/>.</exception>
    public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default) =>
        Task.FromResult(Read<T>(((AnswerContent)content).Bytes.Span));

    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => null;

    private static T? Read<T>(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith(ByteOrderMark))
            json = json[ByteOrderMark.Length..];

        try
        {
            var answer = JsonSerializer.Deserialize(json, TypeInfo<T>());
            return answer is IRows rows && rows.Rows.Contains(null) ? throw Failures.Unreadable("a list with a null in it") : answer;
        }
        catch (JsonException e)
        {
            throw Failures.Unreadable(e);
        }
        catch (InvalidOperationException e) // text that is not Unicode, in a field that is read strictly
        {
            throw Failures.Unreadable("text that is not Unicode", e);
        }
    }

    private static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)MakeJson.Default.GetTypeInfo(typeof(T))!;
}
