namespace Dashboard.Sandbox.Api;

/// <summary>Ends a call with an error answer.</summary>
internal sealed class ApiRefusal(ApiAnswer answer) : Exception
{
    public ApiAnswer Answer { get; } = answer;

    public static ApiRefusal BadParameter(string reason) => new(ApiAnswer.BadParameter(reason));
}
