using Dashboard.Client;

namespace Dashboard.Web.Proxy;

/// <summary>Each request that leaves has a place in its organization's budget, one that is sent again too; where Make says no, all of them wait.</summary>
internal sealed class TurnHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var turn = ((ITakesTurn)MakeCall.Of(request).Caller).Turn;
        using (var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, turn.Waiting))
            await turn.Budget.TakeAsync(turn.Urgency, turn.Purpose, either.Token);
        await turn.Leaving();
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (MakeException refused) when (refused.Failure is MakeFailure.Throttled told)
        {
            throw new MakeException(new MakeFailure.Throttled(turn.Budget.Pause(told.RetryAfter)), refused.MayHaveBeenExecuted, refused);
        }
    }
}
