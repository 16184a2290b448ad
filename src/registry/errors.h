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

// Uses, certificates, sites (110-129).
extern const ErrorDef uses_missing, uses_too_many, scopes_mixed, offset_missing, consent_missing, fiscal_year_not_served, place_missing, place_same, place_key_version, not_authorised_ndc, use_missing, use_execute, retirement_not_confirmed, parts_empty, parts_kind, divided_too_much, parts_too_many, site_unknown_project, site_empty, site_stands;
// Units of other programmes, expiry, release of the buffer (130-143); Article 6 (150-166).
extern const ErrorDef import_programme, import_serial_missing, import_numbers_differ, import_kind, already_imported, expiry_unknown, expiry_other_programme, expiry_not_yet, buffer_not_free, buffer_elsewhere, buffer_reports_missing, expiry_account_missing, import_too_many, import_kind_differs, authorisation_purpose, country_code, article6_date, already_authorised, authorisation_scheme, authorisation_unknown, authorisation_withdrawn, first_transfer_stands, range_not_authorised, party_not_authorised, first_transfer_twice, adjustment_status_unknown, adjustment_year, adjustment_before_transfer, adjusted_twice, adjustment_not_host, adjustment_by_host;
// Serials of other programmes (190-194).
extern const ErrorDef serial_grammar_broken;

// Offers, returns, corrections, restrictions (85-109).
extern const ErrorDef offer_unknown, return_unknown, restriction_unknown, restriction_kind_unknown, entry_not_named, restriction_paper_missing, trust_parties, offer_expiry_past, offer_expiry_far,
    agreed_in_future, offer_not_open, return_not_open, restriction_in_past, restriction_lifted, restricted_units_used, trust_not_with_trustee, trust_without_transfer,
    consultation_missing, consultation_in_future, correction_by_party;

[[nodiscard]] std::span<const ErrorDef* const> list();

}  // namespace sumi::registry::errors
