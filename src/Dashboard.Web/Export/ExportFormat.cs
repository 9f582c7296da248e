namespace Dashboard.Web.Export;

/// <summary>What kind of file an export is.</summary>
public enum ExportFormat
{
    /// <summary>For spreadsheets.</summary>
    Csv,

    /// <summary>For programs: every value as it is.</summary>
    Json,
}
