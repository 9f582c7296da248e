using System.Text.Json;
using System.Text.Json.Serialization;
using Dashboard.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Preferences;

/// <summary>What every person prefers. A document that can't be read counts as none: preferences are never worth an error.</summary>
public sealed class PreferenceStore(IDbContextFactory<DashboardDb> databases) : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private readonly SemaphoreSlim _changing = new(1, 1);

    /// <summary>A person's preferences changed; carries the owner's key. Raised after the change is stored, on the thread that made it.</summary>
    public event Action<string>? Changed;

    public async Task<PersonPreferences> ReadAsync(string owner, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var document = await database.Preferences.Where(row => row.Owner == owner).Select(row => row.Document).SingleOrDefaultAsync(cancellationToken);
        return Parse(document);
    }

    /// <summary>Changes what a person prefers. Changes take turns, so that none undoes another's.</summary>
    /// <returns>The preferences after the change.</returns>
    public async Task<PersonPreferences> ChangeAsync(string owner, Func<PersonPreferences, PersonPreferences> change, CancellationToken cancellationToken)
    {
        await _changing.WaitAsync(cancellationToken);
        try
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            var record = await database.Preferences.SingleOrDefaultAsync(row => row.Owner == owner, cancellationToken);
            var before = Parse(record?.Document);
            var after = change(before);
            if (after == before && record is not null)
                return after;
            if (record is null)
                database.Preferences.Add(record = new PreferenceRecord { Owner = owner, Document = "" });
            record.Document = JsonSerializer.Serialize(after, Json);
            await database.SaveChangesAsync(cancellationToken);
            Changed?.Invoke(owner);
            return after;
        }
        finally
        {
            _changing.Release();
        }
    }

    public void Dispose() => _changing.Dispose();

    private static PersonPreferences Parse(string? document)
    {
        try
        {
            return document is null ? new PersonPreferences() : JsonSerializer.Deserialize<PersonPreferences>(document, Json) ?? new PersonPreferences();
        }
        catch (JsonException)
        {
            return new PersonPreferences();
        }
    }
}
