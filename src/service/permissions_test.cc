// What a role may do, cell by cell: every right and every command against every role, with the table that was written by hand (tests/permissions.txt).
#include "service/permissions.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <sstream>

#include "base/file.h"
#include "scheme/names.h"
#include "service/identity.h"
#include "service/testing.h"
#include "wire/commands.h"

namespace sumi::service {
namespace {

using scheme::Role;
using testing::value_of;

// The columns of the table, A to L.
constexpr std::array columns{Role::administrator, Role::secretariat, Role::committee, Role::verifier, Role::proponent, Role::account_manager, Role::approver, Role::auditor, Role::ministry,
    Role::programme_operator, Role::agent, Role::supporter};

struct Cells {
  std::set<Role> may;
  bool second_factor = false;
};
struct Written {
  std::map<std::string, Cells> rights, commands;
};

const Written& written() {
  static const Written all = [] {
    Written out;
    std::istringstream text(value_of(read_file("tests/permissions.txt")));
    std::map<std::string, Cells>* part = nullptr;
    for (std::string line; std::getline(text, line);) {
      if (line.empty() || line[0] == '#') continue;
      if (line[0] == '[') {
        part = line == "[rights]" ? &out.rights : &out.commands;
        continue;
      }
      std::istringstream words(line);
      std::string name, cell;
      words >> name;
      Cells cells;
      for (const Role role : columns) {
        words >> cell;
        if (cell != "x" && cell != ".") throw std::runtime_error("tests/permissions.txt: " + line);
        if (cell == "x") cells.may.insert(role);
      }
      cells.second_factor = static_cast<bool>(words >> cell) && cell == "second_factor";
      if (!part->emplace(name, cells).second) throw std::runtime_error("twice: " + name);
    }
    return out;
  }();
  return all;
}

TEST(Permissions, EveryRoleHasAColumn) {
  EXPECT_EQ(std::size(scheme::enum_names(Role{})), columns.size());
  const std::set<Role> all(columns.begin(), columns.end());
  for (const auto& [word, role] : scheme::enum_names(Role{})) EXPECT_TRUE(all.contains(role)) << word;
}

TEST(Permissions, EachRightIsThatOfTheTable) {
  std::set<std::string> seen;
  for (const auto& row : rights()) {
    if (row.right == Right::everyone || row.right == Right::signed_in) continue;
    const std::string key(row.key);
    ASSERT_TRUE(written().rights.contains(key)) << key;
    seen.insert(key);
    const auto& cells = written().rights.at(key);
    EXPECT_EQ(row.second_factor, cells.second_factor) << key;
    for (const Role role : columns) {
      const Actor actor{PersonId{}, OrganisationNumber{1}, {role}};
      EXPECT_EQ(allowed(row.right, actor, true), cells.may.contains(role)) << key << " " << wire::word_of(role);
      EXPECT_FALSE(allowed(row.right, actor, false)) << key << ": nobody is signed in";
    }
    EXPECT_FALSE(allowed(row.right, Actor{}, true)) << key << ": signed in without a role";
  }
  EXPECT_EQ(seen.size(), written().rights.size());
}

TEST(Permissions, WhatIsOpenToAllAsksForNoRole) {
  EXPECT_TRUE(allowed(Right::everyone, Actor{}, false));
  EXPECT_FALSE(allowed(Right::signed_in, Actor{}, false));
  EXPECT_TRUE(allowed(Right::signed_in, Actor{}, true));
}

TEST(Permissions, EachCommandIsThatOfTheTable) {
  std::set<std::string> seen;
  for (const auto name : wire::command_names()) {
    const std::string key(name);
    ASSERT_TRUE(written().commands.contains(key)) << key;
    seen.insert(key);
    const auto roles = roles_for_command(name);
    const std::set<Role> may(roles.begin(), roles.end());
    for (const Role role : columns) EXPECT_EQ(may.contains(role), written().commands.at(key).may.contains(role)) << key << " " << wire::word_of(role);
  }
  EXPECT_EQ(seen.size(), written().commands.size());
  EXPECT_TRUE(roles_for_command("NoSuchCommand").empty());
}

// Retiring, deciding and administering need the second factor; writing and asking do not.
TEST(Permissions, TheSecondFactorIsAskedWhereUnitsGoOrADecisionStands) {
  for (const char* name : {"ApplyRetirement", "ExecuteRetirement", "ConfirmRetirement", "DecideRegistration", "DecideCertification", "DecideAccount", "DecideChange", "DecideAppeal", "DecideSupport",
           "DecideMethodology", "AbolishMethodology", "Issue", "Grant", "Revoke", "AdoptRulebook", "RegisterOrganisation", "RenameOrganisation", "RotateLogKey", "NewEpoch"}) {
    EXPECT_TRUE(Identity::needs_second_factor(name)) << name;
  }
  for (const char* name : {"DraftProject", "RevisePlan", "SubmitReport", "AnswerFinding", "ApplyForSupport", "RequestAccount"}) EXPECT_FALSE(Identity::needs_second_factor(name)) << name;
  EXPECT_TRUE(Identity::needs_second_factor("NoSuchCommand"));
}

// The same from the ledger's side: a grant of exactly one role, and the ledger's own refusal. The house has one organisation with every person.
TEST(Permissions, TheLedgerRefusesWhatTheTableRefuses) {
  testing::House house;
  const auto& who = house.who;
  // tanaka manages the first holder's account and is nothing else.
  scheme::RegisterOrganisation register_one;
  register_one.name = "試験株式会社";
  EXPECT_EQ(testing::refusal(house.ledger->submit(testing::request(who.tanaka, who.first, register_one))), "scheme.role_missing");
  value_of(house.ledger->submit(testing::request(who.admin, {}, register_one)));
  scheme::RenameOrganisation rename;
  rename.organisation = who.first;
  rename.name = "新しい名の会社";
  rename.from = testing::day("2027-06-01");
  EXPECT_EQ(testing::refusal(house.ledger->submit(testing::request(who.chair, who.committee, rename))), "scheme.role_missing");
}

}  // namespace
}  // namespace sumi::service
