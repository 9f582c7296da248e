namespace Dashboard.Web.Inbox;

/// <summary>One sort order of the inbox; rows that are alike in it are ordered by id, newest first.</summary>
public readonly record struct InboxSort(InboxColumn Column, bool Descending);
