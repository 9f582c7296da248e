using System.Collections.Immutable;
using System.Text.Json;
using Dashboard.Web.Data;
using Dashboard.Web.Identity;
using Dashboard.Web.Inbox;
using Dashboard.Web.Preferences;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Views;

/// <summary>
/// Saved views: a person's own and those that colleagues of the same tenant share. Only who saved a view may change it; in which order
/// views stand, and which one is the default, is each viewer's own.
/// </summary>
public sealed class SavedViews(IDbContextFactory<DashboardDb> databases, PreferenceStore preferences, TimeProvider time)
{
    /// <summary>The most views one person can save.</summary>
    public const int MostOwn = 100;

    /// <summary>Views changed that people of a tenant may see; carries the tenant. Raised after the change is stored.</summary>
    public event Action<string>? Changed;

    /// <summary>The views there are for a person, in their order, those they have hidden among them. The first time they get examples.</summary>
    public async Task<IReadOnlyList<SavedView>> ListAsync(UserKey viewer, CancellationToken cancellationToken)
    {
        var liked = await preferences.ReadAsync(viewer.ToString(), cancellationToken);
        if (!liked.HasExamples)
            liked = await GiveExamplesAsync(viewer, cancellationToken);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var owner = viewer.ToString();
        var records = await database.SavedViews.AsNoTracking()
            .Where(row => row.Owner == owner || (row.Tenant == viewer.Tenant && row.IsShared))
            .OrderBy(row => row.SavedAt).ToListAsync(cancellationToken);
        var places = liked.ViewOrder.Select((id, place) => (id, place)).ToDictionary(known => known.id, known => known.place);
        return [.. records.OrderBy(row => places.GetValueOrDefault(row.Id, int.MaxValue)).Select(row => Read(row, owner, liked))];
    }

    /// <summary>Keeps a view, new or changed. A person has one view of a name.</summary>
    /// <param name="owner">Whose it is.</param>
    /// <param name="view">What is kept.</param>
    /// <param name="replaces">Whether it takes the place of the one of that name, if there is another.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns><see langword="null"/>, or why it was not kept, in words.</returns>
    public async Task<string?> SaveAsync(UserKey owner, SavedView view, bool replaces, CancellationToken cancellationToken)
    {
        var name = view.Name.Trim();
        if (name.Length is 0 or > SavedView.LongestName)
            return $"Give the view a name of 1 to {SavedView.LongestName} characters.";
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var own = await database.SavedViews.Where(row => row.Owner == owner.ToString()).ToListAsync(cancellationToken);
        var record = own.Find(row => row.Id == view.Id);
        var isNamed = record is null || !string.Equals(record.Name, name, StringComparison.OrdinalIgnoreCase);
        if (isNamed && own.Find(row => row.Id != view.Id && string.Equals(row.Name, name, StringComparison.OrdinalIgnoreCase)) is { } same)
        {
            if (!replaces)
                return $"You have a view called “{same.Name}” already. Choose another name, or replace that one.";
            // A new one stands where the other stood, and is the default where that one was.
            if (record is null)
                record = same;
            else
                database.SavedViews.Remove(same);
        }

        if (record is null)
        {
            if (await database.SavedViews.AnyAsync(row => row.Id == view.Id, cancellationToken))
                return "This view is a colleague's. Save it under a name of your own instead.";
            if (own.Count >= MostOwn)
                return $"You have {MostOwn} saved views, the most there can be. Delete one first.";
            database.SavedViews.Add(record = new SavedViewRecord { Id = view.Id, Owner = owner.ToString(), Tenant = owner.Tenant, Name = name, Colour = "", Address = "", SavedAt = time.GetUtcNow() });
        }

        (record.Name, record.Colour, record.IsShared) = (name, view.Colour.ToString(), view.IsShared);
        record.Address = QueryAddress.Print(view.Query);
        record.Columns = view.Columns.IsEmpty ? null : JsonSerializer.Serialize(view.Columns);
        await database.SaveChangesAsync(cancellationToken);
        Changed?.Invoke(owner.Tenant);
        return null;
    }

    /// <summary>Deletes a view for everyone who sees it.</summary>
    /// <returns>Whether the person had it.</returns>
    public async Task<bool> DeleteAsync(UserKey owner, Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var deleted = await database.SavedViews.Where(row => row.Owner == owner.ToString() && row.Id == id).ExecuteDeleteAsync(cancellationToken);
        if (deleted > 0)
            Changed?.Invoke(owner.Tenant);
        return deleted > 0;
    }

    /// <summary>Puts a viewer's views in another order.</summary>
    public Task ArrangeAsync(UserKey viewer, IEnumerable<Guid> order, CancellationToken cancellationToken) =>
        ChangeAsync(viewer, liked => liked with { ViewOrder = [.. order] }, cancellationToken);

    /// <summary>Makes a view the viewer's default, whose unread count stands in the title; <see langword="null"/> for everything.</summary>
    public Task SetDefaultAsync(UserKey viewer, Guid? id, CancellationToken cancellationToken) =>
        ChangeAsync(viewer, liked => liked with { DefaultView = id }, cancellationToken);

    /// <summary>Hides a colleague's view from a viewer, or shows it to them again. A hidden one is nobody's default.</summary>
    public Task HideAsync(UserKey viewer, Guid id, bool isHidden, CancellationToken cancellationToken) => ChangeAsync(
        viewer,
        liked => liked with
        {
            HiddenViews = isHidden ? [.. liked.HiddenViews.Append(id).Distinct()] : liked.HiddenViews.Remove(id),
            DefaultView = isHidden && liked.DefaultView == id ? null : liked.DefaultView,
        },
        cancellationToken);

    private async Task ChangeAsync(UserKey viewer, Func<PersonPreferences, PersonPreferences> change, CancellationToken cancellationToken)
    {
        await preferences.ChangeAsync(viewer.ToString(), change, cancellationToken);
        Changed?.Invoke(viewer.Tenant);
    }

    /// <summary>Two pages that open at once give them once: who turns the mark gives them.</summary>
    private async Task<PersonPreferences> GiveExamplesAsync(UserKey viewer, CancellationToken cancellationToken)
    {
        var examples = ExampleViews.All();
        var isFirst = false;
        var liked = await preferences.ChangeAsync(
            viewer.ToString(),
            before =>
            {
                isFirst = !before.HasExamples;
                return isFirst ? before with { HasExamples = true, ViewOrder = [.. before.ViewOrder, .. examples.Select(view => view.Id)] } : before;
            },
            cancellationToken);
        if (!isFirst)
            return liked;
        foreach (var example in examples)
            await SaveAsync(viewer, example, replaces: false, cancellationToken);
        return liked;
    }

    private static SavedView Read(SavedViewRecord record, string viewer, PersonPreferences liked) => new()
    {
        Id = record.Id,
        Name = record.Name,
        Colour = Enum.TryParse<ViewColour>(record.Colour, out var colour) ? colour : ViewColour.Grey,
        Query = QueryAddress.Parse(record.Address, out _),
        Columns = record.Columns is null ? [] : JsonSerializer.Deserialize<ImmutableArray<ColumnPreference>>(record.Columns),
        IsShared = record.IsShared,
        IsOwn = record.Owner == viewer,
        IsHidden = record.Owner != viewer && liked.HiddenViews.Contains(record.Id),
    };
}
