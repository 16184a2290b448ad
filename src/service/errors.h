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

// Backup and restore, 70-79.
extern const ErrorDef backup_no_folder, backup_part_left, backup_inside_store, backup_unreadable, backup_altered, restore_not_whole, restore_inside_group, restore_drops, abandoned_head,
    epoch_not_after_restore;

// The bundles of an export, 60-66.
extern const ErrorDef bundle_stands, bundle_unreadable, bundle_incomplete, bundle_altered, bundle_root, bundle_key, bundle_decision;

// Many transfers from one list, 90-95.
extern const ErrorDef bulk_column_missing, bulk_column_unknown, bulk_empty, bulk_too_many, bulk_value, bulk_expiry_missing;

[[nodiscard]] std::span<const ErrorDef* const> list();

}  // namespace sumi::service::errors
