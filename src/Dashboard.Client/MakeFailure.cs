using System.Diagnostics.CodeAnalysis;

namespace Dashboard.Client;

/// <summary>
/// Why a call to Make gave no result: a closed set. <see cref="Message"/> is for people; it holds no token, no body and no address.
/// What Make itself wrote is in properties, as untrusted text cut to 500 characters.
/// </summary>
public abstract record MakeFailure
{
    private MakeFailure()
    {
    }

    /// <summary>What happened, in a plain sentence or two.</summary>
    public abstract string Message { get; }

    /// <summary>The message with what Make itself says, where it says anything: untrusted text, to be shown as text and not to be logged.</summary>
    public virtual string Words => Message;

    /// <summary>Whether the same request may well get an answer in a moment: nothing about it was decided by Make.</summary>
    public virtual bool IsPassing => false;

    /// <summary>Make does not accept the credential, or there is none: HTTP 401, code IM102, or HTTP 304 ("Account does not exist").</summary>
    public sealed record NotSignedIn : MakeFailure
    {
        /// <inheritdoc />
        public override string Message => "Make does not accept this sign-in. Connect to Make again.";
    }

    /// <summary>The credential lacks a scope, or the user a role: HTTP 403.</summary>
    /// <param name="Detail">Make's explanation, if any.</param>
    [SuppressMessage("Naming", "CA1711", Justification = "A permission in the plain sense, not a CodeAccessPermission.")]
    public sealed record LacksPermission(string? Detail) : MakeFailure
    {
        /// <inheritdoc />
        public override string Message => "Make does not allow this. The token lacks a scope, or the user a role.";
    }

    /// <summary>The user has no organization in the zone that was asked: HTTP 400 with that text.</summary>
    public sealed record NoOrganizationInZone : MakeFailure
    {
        /// <inheritdoc />
        public override string Message => "You have no organization in this zone of Make. Choose another zone.";
    }

    /// <summary>Make knows no such thing, or hides it: HTTP 404.</summary>
    public sealed record NotFound : MakeFailure
    {
        /// <inheritdoc />
        public override string Message => "Make has no such notification or page, or does not show it to you.";
    }

    /// <summary>The organization is over its requests per minute: HTTP 429.</summary>
    /// <param name="RetryAfter">
    /// How long Make asks to wait, 0 to 15 minutes; null when it does not say (no header is documented; its text says to wait one minute).
    /// </param>
    public sealed record Throttled(TimeSpan? RetryAfter) : MakeFailure
    {
        /// <inheritdoc />
        public override string Message => $"Make's limit of requests per minute is reached. Try again in {(RetryAfter is { } wait ? $"{Math.Max(1, Math.Ceiling(wait.TotalSeconds))} s" : "a minute")}.";
    }

    /// <summary>Make refused the request as it stands: any other HTTP 4xx.</summary>
    /// <param name="Code">Make's code, such as <c>SC400</c> or <c>IM005</c>.</param>
    /// <param name="Detail">Make's <c>detail</c>, its lines joined when it is an array; its <c>message</c> when there is no detail.</param>
    /// <param name="Suberrors">The messages of Make's <c>suberrors</c>, at most 20.</param>
    public sealed record Rejected(string? Code, string? Detail, IReadOnlyList<string> Suberrors) : MakeFailure
    {
        /// <inheritdoc />
        public override string Message => "Make rejected the request.";

        /// <inheritdoc />
        public override string Words => string.Join(' ', [Message, .. Detail is { Length: > 0 } ? [$"Make says: {Detail}"] : Array.Empty<string>(), .. Suberrors.Take(1)]);
    }

    /// <summary>No answer, or none that says anything: no connection, a lost one, a deadline, HTTP 408 or 5xx.</summary>
    /// <param name="Reason">What was seen, in a few words.</param>
    /// <param name="RetryAfter">When it is worth asking again, 0 to 15 minutes from now; null where that is not known.</param>
    public sealed record Unavailable(string Reason, TimeSpan? RetryAfter = null) : MakeFailure
    {
        /// <inheritdoc />
        public override string Message =>
            $"Make cannot be reached: {Reason}. {(RetryAfter is { } wait ? $"Try again in {Math.Max(1, Math.Ceiling(wait.TotalSeconds))} s." : "Try again later.")}";

        /// <inheritdoc />
        public override bool IsPassing => true;
    }

    /// <summary>
    /// No secure connection: a certificate that is not trusted, has expired or is another host's, or a protocol that is too old. Nothing was
    /// sent, and nothing is until that is put right.
    /// </summary>
    public sealed record Insecure : MakeFailure
    {
        /// <inheritdoc />
        public override string Message =>
            "Nothing was sent: no secure connection to Make can be made, since its certificate cannot be trusted. Ask whoever runs this portal to look at its network.";
    }

    /// <summary>Make answered with something else than the published reference says.</summary>
    /// <param name="Field">The field at fault, such as <c>notifications[0].id</c>; null when it is the answer as a whole.</param>
    /// <param name="Reason">What is wrong, in a few words.</param>
    public sealed record Unreadable(string? Field, string Reason) : MakeFailure
    {
        /// <inheritdoc />
        public override bool IsPassing => IsCut;

        /// <summary>The answer was no JSON at all, or only a part of it: as a whole it may be readable.</summary>
        public bool IsCut { get; init; }

        /// <inheritdoc />
        public override string Message =>
            Field is null ? $"Make's answer cannot be read: {Reason}." : $"Make's answer cannot be read: {Field} is {Reason}.";
    }
}
