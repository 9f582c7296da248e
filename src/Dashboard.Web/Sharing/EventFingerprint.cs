using System.Security.Cryptography;
using System.Text;
using Dashboard.Web.Inbox;

namespace Dashboard.Web.Sharing;

/// <summary>
/// Tells whether two people's notifications report the same thing, without saying what it is: a hash of zone, type and subject. Two copies
/// of one event have the same fingerprint and nearly the same time of creation.
/// </summary>
internal static class EventFingerprint
{
    public static byte[] Of(InboxRow row) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{row.Key.Zone.ToLowerInvariant()}\n{row.Type}\n{row.Subject}")));
}
