namespace Dashboard.Sandbox.Data;

/// <summary>What a module reported: one line for each <c>&lt;code&gt;</c> of the body.</summary>
internal sealed record ModuleError(params IReadOnlyList<string> Lines)
{
    public static IReadOnlyList<ModuleError> All { get; } =
    [
        new("Validation failed for 1 parameter(s).", "Missing value of required parameter '{{!expect.json.label}}'."),
        new("Validation failed for 2 parameter(s).", "Missing value of required parameter 'email'.", "Invalid date in parameter 'dueDate'."),
        new("[429] Too Many Requests: quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user'."),
        new("[401] Unauthorized. The access token has expired. Reauthorize the connection."),
        new("[403] Forbidden. Request had insufficient authentication scopes."),
        new("[404] Not Found. The record 'rec8Xq0ZLbV2' does not exist or was deleted."),
        new("[500] Internal Server Error."),
        new("[503] Service Unavailable: upstream connect error or disconnect/reset before headers."),
        new("The operation timed out after 40000 ms."),
        new("Source is not valid JSON: Unexpected token '<', \"<!DOCTYPE \"... is not valid JSON."),
        new("DataError: Function 'parseDate' finished with error! Invalid date: '31.02.2026'."),
        new("RuntimeError: Bundle size exceeded: the limit is 5 MB."),
        new("ConnectionError: getaddrinfo ENOTFOUND erp.internal.example"),
        new("Duplicate entry 'INV-2026-00418' for key 'PRIMARY'."),
        new("IncompleteDataError: The scenario ran out of data transfer.", "Not all bundles were processed: 38 of 120."),
        new("Field 'Status': option \"In Prüfung\" is not one of the allowed options (Open, Closed)."),
    ];
}
