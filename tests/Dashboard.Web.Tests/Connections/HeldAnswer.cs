namespace Dashboard.Web.Tests.Connections;

/// <summary>Holds an answer of Make's OAuth server back until the test lets it go.</summary>
internal sealed class HeldAnswer : DelegatingHandler
{
    private readonly TaskCompletionSource _came = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _goes = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Make has answered.</summary>
    public Task Came => _came.Task;

    /// <summary>The portal gets the answer, and every later one at once.</summary>
    public void LetGo() => _goes.TrySetResult();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        _came.TrySetResult();
        await _goes.Task.WaitAsync(cancellationToken);
        return answer;
    }
}
