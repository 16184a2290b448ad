// The registry's refusals. The number is the order of precedence: a command that is wrong in several ways is refused with the lowest.
#pragma once

#include <span>

#include "base/result.h"

namespace sumi::registry::errors {

extern const ErrorDef selection_missing, amount_zero, range_empty, ranges_too_many, price_syntax, ground_unknown, purpose_unknown,
    purpose_not_for_this_use, fiscal_year_missing, label_kind_unknown, account_unknown, organisation_unknown, batch_unknown, retirement_unknown, certification_unknown,
    certification_line_unknown, not_the_holder, second_person_needed, account_not_open, account_kind_wrong, same_account, account_exists,
    account_already_decided, account_not_empty, retirement_not_open, certification_line_issued, system_account_missing, range_outside_batch,
    ranges_overlap, units_elsewhere, units_in_escrow, units_suspended, insufficient_units, allocation_sum, unit_kinds_mixed,
    date_before_units, date_before_certification, opened_in_future;

// Accounts: documents, controls, agents, succession (70-84, 195-196).
extern const ErrorDef account_suspended, second_person_for_transfer, holder_name_form, holder_kana, holder_number, documents_missing, holder_name_differs, control_needs_two, control_loosened, agent_days, agent_scope, agent_unfit, agent_unknown, account_documents_needed, succession_missing, account_not_suspended, account_has_open_acts;
// The buffer of forests (60-69).
extern const ErrorDef buffer_terms_missing, buffer_amount, reversal_unknown, buffer_drawn, buffer_not_asked, buffer_draw_amount;

// Serials of other programmes (190-194).
extern const ErrorDef serial_grammar_broken;

[[nodiscard]] std::span<const ErrorDef* const> list();

}  // namespace sumi::registry::errors
