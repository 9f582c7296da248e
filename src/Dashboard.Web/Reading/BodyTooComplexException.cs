namespace Dashboard.Web.Reading;

/// <summary>A body passes one of <see cref="BodyLimits"/>; the message says which, in words for the person who reads it.</summary>
internal sealed class BodyTooComplexException(string limit) : Exception(limit);
