namespace Dashboard.Web.Tests.Faults;

/// <summary>
/// Where each fault is shown for each of the four operations (reference: security §4). A cell is the test's class and name, several joined by
/// <c> + </c>, or, after <c>none:</c>, why there is nothing to show.
/// </summary>
internal static class FaultTable
{
    public const string And = " + ";

    // Through the portal's rooms and over real HTTP.
    public const string List = $"{nameof(QuestionFaultTests)}.{nameof(QuestionFaultTests.Inbox_keeps_its_rows_says_what_is_wrong_and_is_as_Make_has_it_soon_after)}";
    public const string Detail = $"{nameof(QuestionFaultTests)}.{nameof(QuestionFaultTests.Message_that_can_not_be_had_is_told_of_in_words_and_opens_as_soon_as_it_can)}";
    public const string Mark = $"{nameof(ChangeFaultTests)}.{nameof(ChangeFaultTests.Mark_is_sent_once_looked_for_where_it_may_be_done_and_told_as_it_is_at_Make)}";
    public const string Delete = $"{nameof(ChangeFaultTests)}.{nameof(ChangeFaultTests.Deletion_is_sent_again_only_for_what_is_still_there_and_told_as_it_is_at_Make)}";
    public const string OddRow = $"{nameof(OddAnswerTests)}.{nameof(OddAnswerTests.Row_with_odd_fields_is_shown_with_what_can_be_read_of_it_and_all_others_beside_it)}";
    public const string OddList = $"{nameof(OddAnswerTests)}.{nameof(OddAnswerTests.Answer_that_can_not_be_read_is_told_of_and_takes_no_row_away)}";
    public const string OddDetail = $"{nameof(OddAnswerTests)}.{nameof(OddAnswerTests.Message_with_odd_fields_opens_with_what_can_be_read_of_it)}";
    private const string OddOrder = $"{nameof(OddAnswerTests)}.{nameof(OddAnswerTests.Rows_that_come_doubled_or_in_another_order_are_shown_once_and_in_order)}";
    private const string OddCount = $"{nameof(OddAnswerTests)}.{nameof(OddAnswerTests.Count_of_unread_ones_that_disagrees_with_the_rows_is_shown_beside_them_where_it_counts_any)}";

    // At the proxy alone, where what the network does can be made up.
    private const string ProxyList = $"{nameof(ProxyFaultTests)}.{nameof(ProxyFaultTests.List_says_what_is_known_and_is_asked_for_so_often)}";
    private const string ProxyDetail = $"{nameof(ProxyFaultTests)}.{nameof(ProxyFaultTests.Detail_says_what_is_known_and_is_asked_for_so_often)}";
    private const string ProxyMark = $"{nameof(ProxyFaultTests)}.{nameof(ProxyFaultTests.Mark_is_sent_once_and_says_whether_it_may_be_done)}";

    private const string Once = "ResilienceTests.Change_is_sent_exactly_once_whatever_happens";
    private const string Wait = "ResilienceTests.Short_wait_is_waited_out_and_nobody_asks_meanwhile";
    private const string LongWait = "ResilienceTests.Long_wait_is_told_at_once_with_its_end";
    private const string Bounds = "AnswerBoundTests.Answer_without_measure_ends_in_words_with_flat_memory";
    private const string BoundOfOne = "TransportTests.A_body_past_the_limit_is_not_read_on";
    private const string OddRows = "MalformedAnswerTests.A_row_with_odd_fields_is_still_a_row";
    private const string OddText = "MalformedAnswerTests.Text_that_is_not_Unicode_is_replaced";
    private const string OddIds = "FeedTests.Ids_beyond_64_bits_and_of_unlike_length_are_ordered_as_numbers";
    private const string Ids = "TokenDestinationTests.Text_that_is_no_id_becomes_none";
    private const string Converges = "ConvergenceTests.Inbox_ends_up_as_Make_has_it_whatever_changes_meanwhile";
    private const string Seen = "MarkAllReadTests.What_nobody_saw_is_named_by_zone";
    private const string Killed = "CrashTests.Killed_process_loses_nothing_and_doubles_nothing";
    private const string Locked = "DatabaseTroubleTests.Action_is_not_accepted_while_the_database_is_locked_and_nothing_is_done";
    private const string Full = "DatabaseTroubleTests.Action_is_not_accepted_on_a_full_disk_and_nothing_is_done";
    private const string Restarted = "RestartTests.Page_of_a_server_that_is_restarted_says_so_and_comes_back_as_it_was_still_signed_in";
    private const string LineCut = "TroubleTests.Circuit_whose_line_is_cut_says_so_and_goes_on_where_it_was";
    private const string Away = "RestartTests.Page_that_was_cut_off_for_longer_than_its_circuit_is_kept_goes_on_as_it_was";
    private const string Place = "PlaceTests.Back_and_a_reload_restore_filter_scroll_and_cursor";
    private const string TwoProcesses = "TwoProcessTests.Action_accepted_by_one_process_shows_in_both_and_outlives_the_one_that_works_on_it";
    private const string Processors = "ReadingRoomTests.Bodies_are_never_read_on_all_processors";
    private const string NoIdsBack = "none: its answer names ids alone";
    private const string NoDatabase = "none: it reads nothing from and writes nothing to the database";
    private const string NoBody = "none: it reads no body";
    private const string Question = "none: it is a question's fault; F5 is the change's";
    private const string Change = "none: it is a change's fault; F4 is the question's";
    private const string Deletion = "none: it is a deletion's fault";
    private const string NamesNone = "none: marking all names no notification";
    private const string NoClock = "none: Make's clock plays no part in it";
    private const string NotOutliving = "none: nothing of it outlives the process";
    private const string NotStarted = "none: the start is refused before any operation";
    private const string NoRedis = "none: there is no Redis";
    // The credential is had before, and the same way, for every operation.
    private const string RenewedOnce = "OAuthRenewalTests.Fifty_waiting_calls_renew_once_and_the_first_one_that_gives_up_takes_nobody_with_it";
    private const string RenewalDown = "OAuthRenewalTests.Token_endpoint_that_is_down_keeps_the_connection_and_a_later_call_renews";

    /// <summary>Fault, list, detail, mark, delete.</summary>
    public static IReadOnlyList<(string Fault, string[] Cells)> Rows { get; } =
    [
        ("F1", [List + And + Wait, Detail + And + Wait, Mark + And + Once, Delete + And + Once]),
        ("F2", [List + And + LongWait, Detail + And + LongWait, Mark, Delete]),
        ("F3", [List, Detail, Mark, Delete]),
        ("F4", [List, Detail, Question, Question]),
        ("F5", [Change, Change, Mark + And + Once, Delete + And + Once]),
        ("F6", [List + And + "TransportTests.A_question_goes_out_once_when_a_fresh_connection_drops", Detail, Mark, Delete]),
        ("F7", [List, Detail, Mark + And + "TransportTests.Silence_ends_with_the_deadline", Delete]),
        ("F8", [List + And + "TransportTests.A_dripping_body_ends_with_the_deadline", Detail, Mark, Delete]),
        ("F9", [List, Detail, Mark, Delete]),
        ("F10", [List, Detail, Mark, Delete]),
        ("F11", [List + And + Bounds, Detail + And + BoundOfOne, Mark, Delete]),
        ("F12", [OddList + And + Bounds, OddDetail + And + BoundOfOne, NoIdsBack, NoIdsBack]),
        ("F13", [OddOrder + And + Converges, "none: it is one row", NoIdsBack, NoIdsBack]),
        ("F14", [OddRow + And + OddList + And + OddIds, Ids, OddIds, Ids]),
        ("F15", [OddRow + And + OddRows, OddDetail + And + OddRows, NoIdsBack, NoIdsBack]),
        ("F16", [OddRow + And + OddText, OddDetail + And + OddText, NoIdsBack, NoIdsBack]),
        ("F17", [OddCount + And + "FeedTests.Deletion_of_an_old_unread_one_elsewhere_is_found_by_the_count", "none: it counts nothing", Seen, Converges]),
        ("F18", [Deletion, Deletion, "none: what its answer leaves out is F19's", Delete]),
        ("F19", [Change, Change, Mark, Delete]),
        ("F20", [List + And + Converges, Detail, NamesNone, Delete]),
        ("F21", ["FeedTests.Reading_elsewhere_shows_at_the_next_refresh", "none: opening one does not depend on it", Seen, "none: a deletion does not depend on it"]),
        ("F22", [List + And + "FeedTests.Refused_token_is_tried_once_and_not_again_until_it_is_connected_again", Detail, Mark, Delete + And + "DeleteTests.Token_revoked_in_the_middle_holds_the_rest_until_the_account_is_connected_again"]),
        ("F23", [RenewedOnce, RenewedOnce, RenewedOnce, "OAuthRenewalTests.Change_whose_token_is_refused_is_sent_once_more_with_a_renewed_one_and_that_is_logged"]),
        ("F24", [RenewalDown, RenewalDown, "OAuthRenewalTests.Refused_renewal_asks_for_the_person_and_nothing_more_of_Make", "ReconnectTests.Revoked_connection_says_so_stops_polling_and_carries_out_what_waited_once_it_is_connected_again"]),
        ("F25", [ProxyList, ProxyDetail, ProxyMark, "TransportTests.Tls_that_fails_was_not_executed"]),
        ("F26", [List, Detail, Mark + And + "TransportTests.A_connection_that_hangs_ends_in_its_own_time_and_was_not_executed", Delete + And + "TransportTests.A_refused_connection_was_not_executed"]),
        ("F27", ["FailureTests.Throttling_carries_the_wait", LongWait, NoClock, NoClock]),
        ("F28", [Restarted, Restarted, TwoProcesses, Restarted + And + Killed]),
        ("F29", [NotOutliving, NotOutliving, Killed, Killed]),
        ("F30", [NoDatabase, NoDatabase, Full, Full]),
        ("F31", [NoDatabase, NoDatabase, Locked, Locked]),
        ("F32", ["DatabaseFaultTests.Database_that_can_not_be_read_stops_the_start_with_one_line_and_is_left_as_it_is", NotStarted, NotStarted, NotStarted]),
        ("F33", [NoRedis, NoRedis, NoRedis, NoRedis]),
        ("F34", [NoBody, Processors, NoBody, NoBody]),
        ("F35", [LineCut + And + Away + And + Place, Away, "none: the outbox carries it out, as it does a deletion", Away]),
    ];
}
