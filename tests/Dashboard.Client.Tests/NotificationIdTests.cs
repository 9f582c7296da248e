using System.Text.Json;

namespace Dashboard.Client.Tests;

public class NotificationIdTests
{
    public static TheoryData<string> NotIds =>
    [
        "", " ", "1 ", " 1", "+1", "-1", "01", "00", "1.0", "1e3", "0x1", "1,000", "a", "../users/me", "1?ids=all", "1%2f..", "1\0", "١", "all",
        new string('9', 39), new string('1', 300),
    ];

    [Theory]
    [InlineData("0")]
    [InlineData("3")]
    [InlineData("9223372036854775808")]
    [InlineData("18446744073709551616")]
    [InlineData("99999999999999999999999999999999999999")]
    public void Digits_go_in_and_come_out_the_same(string digits)
    {
        var id = NotificationId.Parse(digits);

        Assert.Equal(digits, id.ToString());
        Assert.Equal($"\"{digits}\"", JsonSerializer.Serialize(id));
        Assert.Equal(id, JsonSerializer.Deserialize<NotificationId>($"\"{digits}\""));
    }

    [Theory]
    [MemberData(nameof(NotIds))]
    public void Anything_but_digits_is_refused(string text)
    {
        Assert.False(NotificationId.TryParse(text, out _));
        Assert.Throws<FormatException>(() => NotificationId.Parse(text));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<NotificationId>(JsonSerializer.Serialize(text)));
    }

    [Theory]
    [InlineData("3")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[\"3\"]")]
    [InlineData("\"\\u0033\"")]
    [InlineData("\"\\ud800\"")]
    public void Json_that_is_no_string_of_digits_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<NotificationId>(json));

    [Fact]
    public void Ids_are_ordered_as_numbers()
    {
        string[] digits = ["10", "9", "18446744073709551616", "9223372036854775808", "0"];

        Assert.Equal(
            ["0", "9", "10", "9223372036854775808", "18446744073709551616"],
            digits.Select(NotificationId.Parse).Order().Select(id => id.ToString()));
        Assert.True(NotificationId.Parse("10") > NotificationId.Parse("9"));
    }
}
