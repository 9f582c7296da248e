namespace Dashboard.Web.Identity;

/// <summary>The number by which an administrator finds in the log what happened on a page: the trace id of the request that opened it.</summary>
public sealed class PageNumber
{
    /// <summary>32 hexadecimal digits; <see langword="null"/> before the page is there.</summary>
    public string? Value { get; set; }
}
