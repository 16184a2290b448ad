// The service's refusals.
#pragma once

#include <span>

#include "base/result.h"

namespace sumi::service::errors {

extern const ErrorDef ledger_broken, invariant_broken, time_not_allowed, sealed_field_unknown, sealed_too_long, sealed_without_text, entry_unknown_type, entry_undecodable, entry_missing,
    log_key_wrong, as_not_allowed, document_missing, store_younger,
    migrate_value, migrate_column_missing, migrate_list_unknown, migrate_project_unknown, migrate_certification_unknown, migrate_methodology_unknown, migrate_row_twice, migrate_serials_overlap, migrate_line_exceeded, migrate_units_elsewhere, migrate_balance_differs, migrate_control_differs, migrate_not_reconciled, migrate_differs, migrate_names_of_number, migrate_numbers_of_name, migrate_cancelled, migrate_no_proponent, migrate_no_period_end, migrate_start_before_application;

// The verifier's package and its return, 40-47.
extern const ErrorDef package_unreadable, package_altered, package_incomplete, figures_unreadable, return_unreadable, return_signature, return_of_another, report_not_known;

// Members of programmes, 50-59.
extern const ErrorDef member_secret_missing, member_number_taken, report_member_unknown, report_member_excluded;

// Keys and erasure, 80-83.
extern const ErrorDef rotation_size, rotation_signature, sealed_unknown, sealed_of_another;

// Papers and the public view, 100-109.
extern const ErrorDef paper_code_syntax, paper_code_foreign, paper_not_retired, paper_no_certificates, search_empty, open_data_stands, open_data_differs, area_syntax, day_in_future, paper_of_another;

// A search and an erasure that name something else, 110-111.
extern const ErrorDef search_purpose, erasures_of_another;

// Backup and restore, 70-79.
extern const ErrorDef backup_no_folder, backup_part_left, backup_inside_store, backup_unreadable, backup_altered, restore_not_whole, restore_inside_group, restore_drops, abandoned_head,
    epoch_not_after_restore;

// The bundles of an export, 60-66.
extern const ErrorDef bundle_stands, bundle_unreadable, bundle_incomplete, bundle_altered, bundle_root, bundle_key, bundle_decision;

// Many transfers from one list, 90-95.
extern const ErrorDef bulk_column_missing, bulk_column_unknown, bulk_empty, bulk_too_many, bulk_value, bulk_expiry_missing;

// The configuration file, 150-163, and streams of events, 170-172 (errors_notify.cc).
extern const ErrorDef config_range, config_needed, config_address, config_url, config_url_plain, config_tls_needed, config_mail_address, config_mail_plain, config_idle_over, config_file_missing,
    config_file_unreadable, config_file_open, config_folder_missing, config_key_inside, events_after_last, events_type_unknown, events_too_many;

// People who sign in, 120-149.
extern const ErrorDef sign_in_wrong, sign_in_wait, sign_in_busy, session_unknown, second_factor_missing, code_wrong, authenticator_missing, enrolment_missing, password_length, password_weak, link_unknown, email_syntax, login_form, scope_unknown, token_form, session_only, not_here, scope_missing, organisation_of_token, administrator_needed, four_eyes_same, lost_request_open, organisation_foreign, person_name, invitation_right, invitation_roles, invitation_waits, handover_incomplete, handover_successor, demo_only;

// The proponent's desk, 180-189 (errors_proponent.cc).
extern const ErrorDef draft_missing, draft_version_missing, draft_stale, evidence_empty;

// Papers of the scheme's work, 190-192 (errors_desk.cc).
extern const ErrorDef round_of_paper_unknown, letter_not_decided, return_of_paper_unknown;

[[nodiscard]] std::span<const ErrorDef* const> list();

}  // namespace sumi::service::errors
