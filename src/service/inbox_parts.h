// What the files of the inbox share. Only for inbox*.cc.
#pragma once

#include "project/due.h"
#include "service/inbox.h"

namespace sumi::service {

class TaskCollector {
 public:
  TaskCollector(const scheme::State& state, Date today, const LeadTimes& leads) : state_(state), cases_(state.cases()), today_(today), leads_(leads) {
    note_docket();
    for (auto& item : project::due_items(cases_)) {
      if (item.kind == project::DueKind::reversal_record) due_.push_back(std::move(item));
    }
  }

  // inbox_cases.cc
  void cases();
  void project(ProjectNumber number);
  // inbox_registry.cc
  void registry();
  // inbox_scheme.cc: rounds, methodologies, the opening
  void scheme();
  [[nodiscard]] std::vector<Task> take();

 private:
  using Subject = std::tuple<project::DocketKind, std::uint64_t, std::uint32_t, std::uint32_t, std::uint32_t>;
  struct OnDocket {
    project::DocketKey key;
    const project::DocketRow* row = nullptr;
  };
  void note_docket();
  Task& add(TaskKind kind, SubjectKind subject, ProjectNumber project, std::uint64_t number, Date since, const char* command);
  Task& of_project(TaskKind kind, SubjectKind subject, ProjectNumber project, std::uint64_t number, Date since, const char* command);
  // Waits for a decision of the committee: on a docket, or to be put on one.
  void decision(TaskKind kind, SubjectKind what, project::DocketKind docket, ProjectNumber project, std::uint32_t report, std::uint32_t number, std::uint32_t proposal, Date since,
                const char* command, std::string about, std::string page);
  void plan(ProjectNumber number, const project::ProjectRow& row, const project::PlanVersionRow& plan);
  void registered(ProjectNumber number, const project::PlanVersionRow& plan);
  void report(ProjectNumber number, std::uint32_t report, const project::ReportRow& row, const project::PlanVersionRow& plan);
  void application(ProjectNumber number, std::uint32_t report, Date since, const project::PlanVersionRow& plan);
  void review(Task& task, const project::ReviewKey& key, OrganisationNumber verifier, const std::vector<OrganisationNumber>& parties);
  void changes(ProjectNumber number, const project::PlanVersionRow& plan);
  void findings(ProjectNumber number, const project::PlanVersionRow& plan);
  void members(ProjectNumber number);
  void support(ProjectNumber number, const project::ProjectRow& row, const project::PlanVersionRow& plan);
  void remedies(ProjectNumber number, const project::PlanVersionRow& plan);
  void forest(ProjectNumber number, const project::ProjectRow& row, const project::PlanVersionRow& plan);
  void appeals(ProjectNumber number);
  void accounts();
  void offers();
  void retirements();
  [[nodiscard]] bool review_open(ProjectNumber number, const project::FindingRow& row) const;
  [[nodiscard]] bool fulfilled(const project::ObligationRow& row, const std::vector<OrganisationNumber>& by) const;
  [[nodiscard]] std::string name_of(OrganisationNumber number) const;

  const scheme::State& state_;
  const project::Cases& cases_;
  Date today_;
  const LeadTimes& leads_;
  std::map<Subject, OnDocket> docket_;  // undecided, of open rounds
  bool rounds_ = false;                 // whether the store keeps rounds at all
  std::vector<project::DueItem> due_;   // reversals that nobody has recorded yet
  std::vector<Task> tasks_;
};

}  // namespace sumi::service
