namespace Dashboard.Client.Wire;

/// <summary>
/// Lets only successful answers pass, and those with their whole body: every other one becomes a failure here. Bodies are read
/// here, because Refit buffers one of unknown length up to 2 GB before a serializer sees it.
/// </summary>
internal sealed class AnswerHandler(TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // HttpClient repeats a request without content when the connection drops before the answer, up to three times, whatever
        // the method (dotnet/runtime#86714). With content, even an empty one, it counts as begun and goes out once. On the wire
        // that is "Content-Length: 0" and nothing undocumented.
        if (request.Method != HttpMethod.Get)
            request.Content ??= new ByteArrayContent([]);

        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            if (!response.IsSuccessStatusCode)
                throw await Failures.FromStatusAsync(response, time, cancellationToken);

            var limit = MakeCall.Of(request).MaxBytes;
            response.Content = await AnswerContent.ReadAsync(response.Content, limit, cancellationToken)
                ?? throw Failures.Unreadable($"longer than {limit} bytes");
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
