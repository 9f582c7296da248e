namespace Dashboard.Web.Inbox.Query;

/// <summary>A piece of a query's text.</summary>
internal enum QueryToken
{
    Open,
    Close,
    And,
    Or,
    Not,

    /// <summary>Text as it stands, up to a blank or a parenthesis.</summary>
    Word,

    /// <summary>Text between quotes.</summary>
    Phrase,

    /// <summary>A regular expression between slashes.</summary>
    Pattern,

    /// <summary>A name, a colon and a value, which may be quoted.</summary>
    Filter,
}
