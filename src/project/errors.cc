#include "project/errors.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace sumi::project::errors {

std::span<const ErrorDef* const> project_errors() {
  // A plain array: clang's nesting limit stops std::array's deduction at 256.
  static constexpr const ErrorDef* grouped[] = {
      &plan_missing, &plan_form_family, &plan_value, &plan_unit, &plan_number, &plan_date, &plan_corporate_number, &plan_postal_code,
      &plan_name_twice, &plan_too_long, &plan_no_activity, &plan_no_proponent, &plan_methodology_unknown, &plan_methodology_version,
      &plan_baseline_both, &plan_choice, &plan_choice_unknown, &plan_list_unknown, &plan_row_twice, &plan_row_unknown, &plan_rows_too_few,
      &plan_parameter_unknown, &plan_parameter_twice, &plan_parameter_missing, &plan_parameter_monitored, &plan_parameter_range,
      &plan_class, &plan_declared_by, &plan_evidence_missing, &plan_value_year, &plan_condition_unknown, &plan_condition_twice,
      &plan_monitoring_missing, &plan_monitoring_unknown, &plan_monitoring_twice, &plan_incidental_unknown, &plan_incidental_twice,
      &plan_incidental_missing, &plan_instrument_missing, &plan_instrument_unknown, &plan_running_cost_sum, &plan_activity_level,
      &plan_subsidy_above, &plan_expected_order, &plan_expected_floor, &plan_expected_outside, &plan_period, &plan_period_missing,
      &plan_negative, &data_header_missing, &data_header_unknown, &data_too_many, &data_empty, &data_missing, &data_activity_unknown,
      &data_parameter_unknown, &data_row_unknown, &data_period, &data_number, &data_negative, &data_unit, &data_class,
      &data_class_unplanned, &data_evidence_hash, &data_outside_report, &data_outside_crediting, &data_report_outside, &data_duplicate,
      &data_overlap, &data_gap, &data_no_series, &data_instrument_expired, &periods_differ, &coefficient_missing, &calculation_arithmetic,
      &certified_too_large, &rounding_unknown, &trace_head, &trace_differs, &expected_missing, &project_unknown, &report_unknown,
      &project_stage, &report_stage, &organisation_unknown, &not_a_proponent, &not_the_verifier, &verifier_related, &decider_related,
      &same_person, &person_of_a_party, &date_before_step, &type_unknown, &type_changed, &text_missing, &text_too_long, &no_proponent, &proponent_twice,
      &no_methodology, &methodology_twice, &crediting_period_order, &expected_year, &hash_missing, &plan_unchanged, &plan_not_current,
      &answers_incomplete, &rule_not_met, &rule_open, &round_missing, &ground_missing, &plan_not_registered, &period_order,
      &period_outside, &period_not_over, &period_overlaps, &lines_missing, &line_methodology, &line_vintage, &line_twice, &line_amount,
      &line_reduction, &trace_not_equal, &nothing_to_certify, &tonnes_too_many, &finding_two_people, &finding_retention,
      &finding_negative_vintage, &finding_split_period, &finding_implausible, &finding_no_evidence, &finding_incidental_must_calculate,
      &finding_incidental_unmonitored, &finding_values_of_year, &finding_expected_differs, &finding_no_ratio, &finding_incidental_unnamed,
      &member_header_missing, &member_header_unknown, &member_header_twice, &member_header_both, &member_rows_too_many, &member_data_empty, &member_row_columns, &member_row_quote, &member_row_encoding, &member_row_control, &member_field_missing, &member_unknown, &member_activity_unknown, &member_activity_open, &member_parameter_unknown, &member_period, &member_number, &member_negative, &member_unit, &member_class, &member_class_unplanned, &member_evidence_hash, &member_outside_report, &member_range, &member_duplicate, &member_overlap, &member_gap, &member_no_data, &member_periods_differ, &member_coefficient_missing, &member_calculation, &member_listed_twice, &member_listed_activity, &member_listed_value, &member_trace_head, &member_trace_differs, &member_findings_more, &finding_member_left_out, &finding_member_evidence, &finding_member_outside,
      // Forests.
      &stands_header_missing, &stands_header_unknown, &stands_empty, &stands_missing, &stands_number, &stands_truth, &stands_species,
      &stands_label_twice, &stands_age, &stands_not_planted, &stands_class_year, &stands_class_by_age, &stands_too_many, &yield_key, &yield_twice,
      &yield_falls, &yield_unknown, &yield_age_missing, &yield_age_outside, &finding_removal_not_positive, &forest_terms_missing, &not_a_forest, &forest_rules_missing,
      &buffer_rate_syntax, &buffer_rate_range, &permanence_years_range, &permanence_report_months, &permanence_year_unknown, &permanence_reported,
      &permanence_year_not_over, &permanence_order, &permanence_report_missing, &reversal_kind_unknown, &reversal_date, &reversal_after_permanence,
      &reversal_tonnes, &reversal_due,
      // Programmes.
      &plan_programme_missing, &plan_programme_unasked, &plan_attribute_void,
      &plan_attribute_unknown, &plan_members_order, &plan_members_horizon, &plan_members_total, &plan_sampling_uniform, &plan_sampling_size,
      &plan_combination, &plan_horizon, &plan_list_twice, &finding_combination_condition, &plan_estimate_missing, &plan_measurement_missing, &not_a_programme, &normaliser_unknown, &members_missing,
      &members_too_many, &member_needs, &member_word_too_long, &member_keys_count, &member_key_invalid, &consent_unknown, &rule_data_missing,
      &member_applied_in_future, &member_two_years, &member_period_order, &member_period_early, &member_period_long, &member_period_outside,
      &member_consent_short, &member_matches_too_many, &no_such_member, &member_not_active, &member_change_unknown, &member_change_date,
      &member_change_needs, &member_change_idle, &transfer_too_early, &transfer_target, &transfer_methodology, &match_unknown, &match_decided,
      &match_decision_unknown, &match_ground_unknown, &match_tonnes, &member_still_active, &member_erased, &sample_purpose_unknown,
      &list_purpose_party, &member_list_empty, &seed_used, &list_unknown, &list_of_another, &sample_drawn, &seed_wrong, &strata_missing,
      &stratum_unknown, &stratum_twice, &sample_too_large, &sample_too_small, &sample_limit, &match_open, &member_column_missing,
      &member_column_unknown, &member_rows_missing, &member_value_missing, &member_value, &member_twice, &member_row_period, &members_list_long,
      &share_nobody, &share_weightless, &share_fixed_above,
      &find_pack, &find_map_key, &find_map_value, &find_map_short, &find_no_header, &find_column_unknown, &find_no_application,
      &find_row_columns, &find_cell_date, &find_cell_number, &find_cell_unit, &find_cell_word, &find_cell_error, &find_cell_negative,
      &find_cell_range, &find_cell_corporate_number, &find_subsidy_above, &find_programme, &find_price, &find_fuel_year,
      &support_no_rule_data, &support_body, &support_below_minimum, &support_expected_differs, &support_once,
      &support_applied, &support_not_applied, &support_ground, &follow_up_certified, &follow_up_reason,
      &follow_up_step, &follow_up_date,
      &project_held, &project_withdrawn, &withdrawal_too_early, &ground_unknown, &day_in_future, &round_unknown, &round_exists, &round_order,
      &round_closed, &round_members, &round_quorum, &decision_before_round, &docket_item_unknown, &docket_twice, &not_on_docket, &docket_decided,
      &not_present, &recused_twice, &decider_recused, &quorum_lost, &docket_subject, &scope_unknown, &accreditation_period,
      &accreditation_missing, &accreditation_scope, &interests_undeclared, &interests_conflict, &finding_unknown, &finding_settled,
      &finding_unanswered, &finding_answered, &findings_open, &return_open, &return_not_open, &return_deadline, &change_unknown, &change_stage,
      &change_open, &change_kind_unknown, &change_period, &change_proponents, &change_methodologies, &change_not_programme,
      &change_unvalidated_kind, &extension_start, &extension_length, &extension_twice, &extension_version, &period_straddles, &appeal_unknown,
      &appeal_twice, &appeal_late, &appeal_decided, &certification_unknown, &certification_other, &obligation_tonnes, &obligation_due,
      &obligation_overdue, &hold_set, &hold_missing, &hold_kind_unknown, &finding_kind_unknown, &appeal_overtaken, &report_counts_lost};
  // Grouped above by what they are of; told in the order of their numbers.
  static const auto all = [] {
    std::vector<const ErrorDef*> list(std::begin(grouped), std::end(grouped));
    std::ranges::sort(list, {}, [](const ErrorDef* def) { return def->number; });
    return list;
  }();
  return all;
}

}  // namespace sumi::project::errors
