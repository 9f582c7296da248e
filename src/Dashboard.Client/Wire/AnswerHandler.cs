namespace Dashboard.Client.Wire;

/// <summary>
/// Lets only successful answers pass, and those with their whole body: every other one becomes a failure here. Bodies are read
/// here, because Refit buffers one of unknown length up to 2 GB before a serializer sees it.
/// </summary>
internal sealed class AnswerHandler(MakeApiOptions options, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // HttpClient repeats a request without content when the connection drops before the answer, up to three times, whatever
        // the method (dotnet/runtime#86714), and nobody who counts requests hears of it. With content, even an empty one, it counts
        // as begun and goes out once. On the wire that is "Content-Length: 0" and nothing undocumented.
        request.Content ??= new ByteArrayContent([]);

        var call = MakeCall.Of(request);
        call.Begin();
        try
        {
            return await WholeAsync(await BeginAsync(request, call, cancellationToken), call, cancellationToken);
        }
        catch (OperationCanceledException e) when (call.IsLate)
        {
            throw Failures.Late(e, call.IsSent);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or HttpRequestException && !cancellationToken.IsCancellationRequested)
        {
            throw Failures.FromTransport(e, call.IsSent);
        }
    }

    /// <summary>
    /// Sends, until the answer begins. A question is given up sooner than its deadline where no answer begins, so that there is time to
    /// ask again; a change is not, since it must not be sent again.
    /// </summary>
    private async Task<HttpResponseMessage> BeginAsync(HttpRequestMessage request, MakeCall call, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Get)
            return await base.SendAsync(request, cancellationToken);
        using var silent = new CancellationTokenSource(options.AnswerTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silent.Token);
        try
        {
            return await base.SendAsync(request, either.Token);
        }
        catch (OperationCanceledException e) when (silent.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw Failures.Silent(e, call.IsSent);
        }
    }

    private async Task<HttpResponseMessage> WholeAsync(HttpResponseMessage response, MakeCall call, CancellationToken cancellationToken)
    {
        try
        {
            if (!response.IsSuccessStatusCode)
                throw await Failures.FromStatusAsync(response, time, cancellationToken);

            var content = await AnswerContent.ReadAsync(response.Content, call.MaxBytes, cancellationToken)
                ?? throw Failures.Unreadable($"longer than {call.MaxBytes} bytes");
            response.Content = content;
            if (content.WhyNotWhole is { } reason)
                throw Failures.Cut(reason);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
