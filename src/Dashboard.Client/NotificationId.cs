using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using Dashboard.Client.Wire;

namespace Dashboard.Client;

/// <summary>
/// The id of a notification: decimal digits on the wire, ordered as a number. Make sends ids as strings because they
/// "can reach a BigInt" (reference page "Notifications"), so they are never read as a 64-bit number.
/// </summary>
/// <param name="Value">The number the digits spell; up to 38 digits.</param>
[JsonConverter(typeof(NotificationIdConverter))]
public readonly record struct NotificationId(UInt128 Value) : IComparable<NotificationId>, IParsable<NotificationId>
{
    /// <summary>The most digits an id may have: every number of that length fits <see cref="UInt128"/>.</summary>
    public const int MaxDigits = 38;

    /// <summary>Reads an id from its digits.</summary>
    /// <param name="s">1 to 38 ASCII digits without a leading zero (only "0" itself begins with one).</param>
    /// <exception cref="FormatException">The text is anything else: a sign, a blank, a letter, a path, too many digits.</exception>
    public static NotificationId Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out var id)
            ? id
            : throw new FormatException($"A notification id is 1 to {MaxDigits} digits without a leading zero.");
    }

    /// <summary>Reads an id from its digits, or says that the text is not one.</summary>
    /// <param name="s">The text; see <see cref="Parse"/> for what is accepted.</param>
    /// <param name="result">The id, or the default when the text is not one.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, out NotificationId result) => TryParse(s, null, out result);

    /// <inheritdoc cref="TryParse(string?, out NotificationId)" />
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used: ids are the same in every culture.</param>
    /// <param name="result">The id, or the default when the text is not one.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out NotificationId result)
    {
        result = default;
        if (s is not { Length: > 0 and <= MaxDigits })
            return false;

        Span<byte> digits = stackalloc byte[s.Length];
        return Ascii.FromUtf16(s, digits, out _) == OperationStatus.Done && TryParse(digits, out result);
    }

    // Explicit, because a public overload with a provider would have every caller of Parse asked for a culture.
    static NotificationId IParsable<NotificationId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <summary>Reads an id from UTF-8 digits without making a string of them.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> digits, out NotificationId result)
    {
        result = default;
        // The digits are checked here because number parsing lets trailing NULs pass, whatever the style.
        if (digits.IsEmpty || digits.Length > MaxDigits || digits.ContainsAnyExceptInRange((byte)'0', (byte)'9') ||
            (digits.Length > 1 && digits[0] == '0'))
            return false;

        result = new(digits.Length <= 19
            ? ulong.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)
            : UInt128.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture));
        return true;
    }

    /// <summary>The digits, as Make writes them.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public int CompareTo(NotificationId other) => Value.CompareTo(other.Value);

    /// <summary>Whether the left id is the smaller number.</summary>
    public static bool operator <(NotificationId left, NotificationId right) => left.Value < right.Value;

    /// <summary>Whether the left id is the greater number.</summary>
    public static bool operator >(NotificationId left, NotificationId right) => left.Value > right.Value;

    /// <summary>Whether the left id is not the greater number.</summary>
    public static bool operator <=(NotificationId left, NotificationId right) => left.Value <= right.Value;

    /// <summary>Whether the left id is not the smaller number.</summary>
    public static bool operator >=(NotificationId left, NotificationId right) => left.Value >= right.Value;
}
