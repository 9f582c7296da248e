namespace Dashboard.Web.Inbox.Query;

/// <summary>A question asked of each value of a column. A struct, so that the loop over the column is compiled around it.</summary>
internal interface IValueTest<T>
{
    bool Passes(T value);
}
