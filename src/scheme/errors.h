// The scheme's own refusals: who may, when, and under which rules. They come before those of project and registry; within the list the lower number
// comes first.
#pragma once

#include <span>

#include "base/result.h"

namespace sumi::scheme::errors {

extern const ErrorDef store_not_open, store_already_open, text_too_long, text_unreadable, key_reused, keys_exhausted, time_before_now, business_date_in_future, acting_organisation_unknown,
    role_missing, nothing_due, name_empty, corporate_number_invalid, organisation_unknown, name_date_before_last,
    role_unknown, person_missing, grant_exists, grant_missing, last_administrator, adoption_exists, adoption_empty, authority_wrong, adoption_in_future, manifest_wrong, key_exists, store_kind_unknown, committee_ground_unknown, issue_incomplete, group_size, snapshot_unreadable,
    opening_closed, opening_too_late, opened_project_exists, opened_certification_exists, opened_line_unknown, opened_line_exceeded, opened_serials_twice,
    control_unknown, control_missing, control_differs;

// The scheme's work, 40-59.
extern const ErrorDef member_not_of_committee, correction_entry_missing, correction_field, correction_wrong, correction_empty, correction_ground, document_hash_missing, succession_same,
    succession_kind_unknown, succession_in_future, succession_twice, obligation_unknown, obligation_settled, cancellation_missing, cancellation_purpose, cancellation_too_small,
    cancellation_before;

// A methodology's life, 60-69.
extern const ErrorDef methodology_title_missing, methodology_number, methodology_abolished, proposal_unknown, proposal_stage, proposal_document_missing,
    comment_period, methodology_not_approved, abolition_in_past;

// Delegations, keys, erasure, 80-91.
extern const ErrorDef delegation_role, delegation_days, delegation_self, delegation_not_held, delegation_unknown, delegation_ended, log_key_known, rekey_version, rekey_key, rekey_incomplete, erasure_twice, erasure_empty;

// What a newer type has replaced; a supporter, 97-98.
extern const ErrorDef command_replaced, delegation_supporter;

// A new epoch, 95-96.
extern const ErrorDef epoch_number, epoch_sizes;

[[nodiscard]] std::span<const ErrorDef* const> list();

}  // namespace sumi::scheme::errors
