using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Data;

/// <summary>Tells a database that can't be read or written from what is wrong with the program.</summary>
internal static class DatabaseTrouble
{
    /// <summary>Locked, full, broken: the database's own failure, also where it comes wrapped because it happened while changes were saved.</summary>
    public static bool IsIn(Exception exception) => exception is DbException or DbUpdateException { InnerException: DbException };
}
