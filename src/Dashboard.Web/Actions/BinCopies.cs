using Dashboard.Client;

namespace Dashboard.Web.Actions;

/// <summary>Sealed copies that are kept of a batch before it is deleted.</summary>
/// <param name="Rows">The rows as the list had them.</param>
/// <param name="Bodies">Bodies of those that had been read.</param>
internal sealed record BinCopies(byte[] Rows, IReadOnlyDictionary<NotificationId, byte[]> Bodies);
