"""What DESIGN §5 and RULES promise about safety, and where each promise is kept to.

Each has tests of when it must ask or stop, and of when it must not.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Promise:
    """One promise, with the tests (file below `tests`, name) of both sides."""

    text: str
    stops: tuple[str, ...]
    passes: tuple[str, ...]


PROMISES = (
    Promise(
        "M13: more than guard.count and more than guard.share of what is shown are asked about",
        (
            "safety/test_guard_limits.py::test_eleven_are_asked_about",
            "safety/test_guard_limits.py::test_showing_again_is_asked_about_beyond_the_limit",
            "domain/test_guard.py::test_m13_when_to_ask",
            "journeys/test_syncing.py::test_the_guard_asks_and_a_yes_answers",
        ),
        (
            "safety/test_guard_limits.py::test_ten_are_not",
            "safety/test_guard_limits.py::test_a_price_that_moves_by_just_half_is_not_asked_about",
            "sync/test_troubles.py::test_two_changes_do_not_wake_the_guard",
        ),
    ),
    Promise(
        "M13: a product counts once for a kind, however many variants it has",
        ("domain/test_guard.py::test_m13_what_counts_for_which_kind",),
        ("safety/test_guard_limits.py::test_a_family_counts_once_however_many_variants_go",),
    ),
    Promise(
        "M13: both numbers are settable; 0 asks always",
        (
            "safety/test_guard_limits.py::test_count_zero_asks_about_a_single_one",
            "domain/test_guard.py::test_m13_settable",
        ),
        ("domain/test_guard.py::test_m13_settable",),
    ),
    Promise(
        "M13: runs without a yes count together for 24 hours",
        (
            "safety/test_guard_limits.py::test_small_runs_without_a_yes_add_up",
            "safety/test_guard_limits.py::test_what_a_killed_run_had_begun_adds_up",
        ),
        (
            "safety/test_guard_limits.py::test_what_had_a_yes_or_is_long_ago_does_not_add_up",
            "domain/test_guard.py::test_m13_what_others_did_is_no_reason_of_its_own",
        ),
    ),
    Promise(
        "M13: a yes covers exactly what was shown",
        (
            "sync/test_consent.py::test_what_changed_since_waits_and_is_said_with_its_key",
            "controller/test_syncing.py::test_what_changed_after_the_look_is_not_sent_unseen",
        ),
        (
            "sync/test_consent.py::test_only_what_was_ticked_is_carried_out",
            "sync/test_consent.py::test_the_guard_is_not_asked_about_what_was_ticked",
        ),
    ),
    Promise(
        "§5: the safe answer is the default; the rest can be applied",
        ("journeys/window/test_running.py::test_what_the_guard_holds_back",),
        ("controller/test_syncing.py::test_including_what_is_held_back_sends_it",),
    ),
    Promise(
        "§5: a first sync is asked about as a whole, once",
        (
            "sync/test_first_sync.py::test_the_first_sync_waits_for_a_yes_and_writes_nothing",
            "controller/test_syncing.py::test_the_first_sync_is_shown_before_anything_is_sent",
        ),
        (
            "journeys/test_syncing.py::test_with_a_yes_everything_comes_in_step_and_then_stays",
            "sync/test_consent.py::test_a_first_sync_in_part_asks_no_question_and_counts_as_done",
        ),
    ),
    Promise(
        "§7: with preview.always every sync is asked about",
        ("journeys/test_syncing.py::test_every_sync_is_asked_about_on_request",),
        ("safety/test_guard_limits.py::test_ten_are_not",),
    ),
    Promise(
        "M6: an empty or broken listing stops the run whatever the answer",
        (
            "journeys/test_troubles.py::test_an_empty_pos_list_stops_the_run_whatever_the_answer",
            "sync/test_troubles.py::test_a_list_that_leaves_out_many_is_broken",
        ),
        (
            "journeys/test_troubles.py::test_a_list_that_ends_early_deletes_nothing",
            "sync/test_troubles.py::test_a_list_that_ends_early_loses_nothing",
        ),
    ),
    Promise(
        "§7: a run by schedule stops at the guard and leads to the preview",
        (
            "safety/test_scheduled.py::test_a_scheduled_run_stops_at_the_guard_and_opens_nothing",
            "journeys/window/test_waiting_for_an_answer.py::test_the_strip_leads_to_the_preview",
        ),
        (
            "safety/test_scheduled.py::test_a_scheduled_run_that_may_go_goes",
            "journeys/window/test_waiting_for_an_answer.py::test_without_a_question_there_is_no_link",
        ),
    ),
    Promise(
        "M17: a store that is only checked receives no write; the setting alone ends it",
        (
            "safety/test_check_only.py::test_nothing_is_written_whatever_is_asked",
            "safety/test_check_only.py::test_what_was_left_open_is_not_settled_by_writing",
            "journeys/test_syncing.py::test_a_shop_that_is_only_checked_is_never_written_to",
        ),
        ("safety/test_check_only.py::test_the_setting_alone_ends_it",),
    ),
    Promise(
        "§8: --check writes nothing",
        (
            "safety/test_check_only.py::test_a_check_writes_nothing_and_no_yes_makes_it",
            "sync/test_consent.py::test_a_check_of_what_was_ticked_writes_nothing",
        ),
        ("sync/test_first_sync.py::test_a_check_plans_what_the_sync_then_does",),
    ),
    Promise(
        "M17: another integration's signs switch to check only, unless the manager has chosen",
        (
            "safety/test_check_only.py::test_another_integrations_signs_switch_to_check_only",
            "sync/test_troubles.py::test_m17_a_foreign_reference_switches_to_check_only",
        ),
        (
            "safety/test_check_only.py::test_the_managers_own_choice_stands",
            "safety/test_check_only.py::test_the_poss_own_switch_alone_is_no_sign",
        ),
    ),
    Promise(
        "S19: another Counterpart, or an older database, waits to be confirmed",
        (
            "safety/test_check_only.py::test_another_counterparts_product_waits_to_be_confirmed",
            "journeys/test_losses.py::test_a_rebuilt_database_writes_nothing_that_is_not_needed",
        ),
        (
            "safety/test_check_only.py::test_what_this_counterpart_made_is_no_sign_of_another",
            "sync/test_undo.py::test_m14_an_undone_delete_stands_online_alone",
        ),
    ),
    Promise(
        "S4: what was lost publishes nothing",
        (
            "journeys/test_losses.py::test_choices_that_are_gone_publish_nothing",
            "journeys/test_losses.py::test_a_rebuild_without_the_choices_shows_nothing_that_is_hidden",
            "journeys/test_losses.py::test_settings_that_are_gone_are_asked_about",
        ),
        (
            "journeys/test_losses.py::test_a_rebuilt_database_syncs_what_had_changed",
            "journeys/test_losses.py::test_files_that_are_there_are_not_asked_about",
        ),
    ),
    Promise(
        "M20: removal hides and deletes when the days are over, never what is wanted again",
        (
            "safety/test_removal.py::test_what_was_hidden_before_waits_as_well",
            "safety/test_removal.py::test_shown_again_by_hand_it_is_not_deleted",
            "safety/test_removal.py::test_back_in_the_pos_it_is_shown_again",
            "safety/test_removal.py::test_a_check_begins_no_waiting",
            "sync/test_following.py::test_m20_a_clock_set_back_deletes_nothing_earlier",
        ),
        (
            "safety/test_removal.py::test_without_the_setting_it_is_deleted_at_once",
            "safety/test_removal.py::test_a_variant_of_a_living_family_goes_at_once",
            "sync/test_following.py::test_r6_removal_can_be_gentle",
        ),
    ),
    Promise(
        "§5, S19: one run at a time; the second is told who runs and since when",
        (
            "safety/test_one_run.py::test_a_command_is_told_of_the_command_before_it",
            "safety/test_one_run.py::test_the_window_is_told_of_a_command",
            "safety/test_one_run.py::test_a_command_is_told_of_the_window",
            "safety/test_one_run.py::test_two_windows_of_one_shop",
        ),
        (
            "safety/test_one_run.py::test_one_after_the_other_is_not_told_anything",
            "safety/test_one_run.py::test_another_shop_is_not_kept_waiting",
            "safety/test_one_run.py::test_looking_needs_no_lock",
            "safety/test_one_run.py::test_the_lock_of_a_killed_run_is_taken_over",
            "safety/test_one_run.py::test_a_note_that_makes_no_sense_stops_nobody",
        ),
    ),
    Promise(
        "M14: an undo is shown first and waits for a yes, whatever it does",
        (
            "safety/test_undo.py::test_an_undo_that_deletes_many_names_it_and_waits",
            "safety/test_undo.py::test_an_undo_that_hides_many_names_it_and_waits",
            "safety/test_undo.py::test_even_the_smallest_undo_waits_for_a_yes",
            "journeys/test_undoing.py::test_undo_shows_its_plan_and_waits_for_a_yes",
            "journeys/window/test_undoing.py::test_a_sync_is_undone_and_the_undo_too",
            "ui/test_history.py::test_an_undo_is_looked_at_first",
        ),
        (
            "safety/test_undo.py::test_an_undo_with_nothing_to_do_asks_nobody",
            "safety/test_undo.py::test_what_was_ticked_is_put_back_without_another_question",
            "safety/test_undo.py::test_undos_do_not_add_up_for_the_guard",
        ),
    ),
    Promise(
        "M14: an undo puts back only what is still as the run left it and as it was shown",
        (
            "safety/test_undo.py::test_what_changed_since_it_was_shown_is_left",
            "safety/test_undo.py::test_what_changes_while_it_is_carried_out_is_left",
            "safety/test_undo.py::test_what_fails_in_an_undo_leaves_no_mark",
            "sync/test_undo.py::test_m14_what_changed_online_since_is_left",
        ),
        (
            "safety/test_undo.py::test_a_part_put_back_is_not_all_of_it",
            "sync/test_undo.py::test_m14_a_field_goes_back_and_stays",
        ),
    ),
    Promise(
        "M17: a store that is only checked is not put back either; one run at a time, undo or not",
        (
            "safety/test_undo.py::test_a_store_that_is_only_checked_is_not_put_back",
            "safety/test_undo.py::test_an_undo_by_command_in_a_store_that_is_only_checked",
            "ui/test_history.py::test_what_can_not_be_put_back_offers_no_deed",
            "safety/test_undo.py::test_an_undo_by_command_waits_for_no_one_and_tells_who_runs",
        ),
        (
            "safety/test_undo.py::test_a_store_that_is_only_checked_is_not_put_back",
            "safety/test_undo.py::test_an_undo_by_command_waits_for_no_one_and_tells_who_runs",
        ),
    ),
)
