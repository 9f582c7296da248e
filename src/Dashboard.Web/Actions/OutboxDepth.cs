using Dashboard.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Actions;

/// <summary>How much waits to be done at Make, over all people.</summary>
internal sealed class OutboxDepth(IDbContextFactory<DashboardDb> databases)
{
    /// <summary>Actions accepted and not yet ended; -1 while the database can't be read.</summary>
    public int Now
    {
        get
        {
            try
            {
                using var database = databases.CreateDbContext();
                return database.Actions.Count(action => action.State == nameof(ActionState.Waiting) || action.State == nameof(ActionState.Running));
            }
            catch (Exception trouble) when (DatabaseTrouble.IsIn(trouble))
            {
                return -1;
            }
        }
    }
}
