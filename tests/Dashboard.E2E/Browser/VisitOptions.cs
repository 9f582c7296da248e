namespace Dashboard.E2E.Browser;

/// <summary>The device a person sits at.</summary>
/// <param name="Width">Of the page, in CSS pixels.</param>
/// <param name="Height">Of the page, in CSS pixels.</param>
/// <param name="Dark">Whether the device prefers dark colours.</param>
/// <param name="TrustsAnyone">Whether the browser takes a certificate that its computer does not trust.</param>
public sealed record VisitOptions(int Width = 1280, int Height = 800, bool Dark = false, bool TrustsAnyone = false);
