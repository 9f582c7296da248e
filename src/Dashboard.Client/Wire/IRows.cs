namespace Dashboard.Client.Wire;

/// <summary>An answer made of rows, none of which may be null: the serializer checks properties for that, not elements.</summary>
internal interface IRows
{
    IEnumerable<object?> Rows { get; }
}
