// The table of verbs. What each of them submits stands in short_forms.cc.
#include <algorithm>
#include <array>
#include <limits>

#include "scenario/script.h"

namespace sumi::scenario {

namespace {

constexpr std::size_t any_number = std::numeric_limits<std::size_t>::max();
constexpr std::string_view pick_keys = " type project batch unit price note ";

constexpr std::array verbs{
    // The ledger, time and people.
    Verb{"store", "store demo|training|production|none [TIME]", 1, 2, "", false, false},
    Verb{"at", "at 2026-04-01T09:00 | at 2026-04-01 | at +14d", 1, 1, "", false, false},
    Verb{"on", "on 2026-03-31 | on today", 1, 1, "", false, false},
    Verb{"person", "person NAME ...", 1, any_number, "", false, false},
    Verb{"as", "as PERSON [for ORGANISATION]", 1, 3, "", false, false},
    Verb{"value", "value NAME = VALUE", 1, 1, "*", false, false},
    Verb{"use", "use PART", 1, 1, "", false, false},
    Verb{"say", "say \"TEXT\"", 1, any_number, "", false, false},
    Verb{"show", "show KIND NUMBER ...", 1, 3, "", false, false},
    Verb{"expect", "expect KIND [NUMBER ...] [WORD AMOUNT ...] [FIELD=VALUE ...]", 1, any_number, "*", false, false},
    Verb{"group", "group", 0, 0, "", false, false},
    Verb{"end", "end [-> RESULT]", 0, 0, "", true, false},
    // Any command of the scheme by its own name.
    Verb{"do", "[NAME =] do COMMAND [FIELD=VALUE ...]", 1, 1, "*", true, false},
    // Organisations, roles, rules.
    Verb{"organisation", "organisation NAME \"LEGAL NAME\" [CORPORATE_NUMBER] [kana=] [parent=] [predecessor=]", 2, 3, " kana parent predecessor ", true, true},
    Verb{"rename", "rename ORGANISATION \"LEGAL NAME\" DATE", 3, 3, "", true, false},
    Verb{"grant", "grant PERSON ORGANISATION|store ROLE", 3, 3, "", true, false},
    Verb{"revoke", "revoke PERSON ORGANISATION|store ROLE", 3, 3, "", true, false},
    Verb{"adopt", "adopt FAMILY EDITION pack= manifest= effective=", 2, 2, " pack manifest effective ", true, false},
    Verb{"advance", "advance", 0, 0, "", true, false},
    // Accounts and units.
    Verb{"account", "account NAME ORGANISATION [KIND] [department=] [second_person=]", 2, 3, " department second_person ", true, true},
    Verb{"request_account", "request_account NAME ORGANISATION [KIND] [department=] [second_person=]", 2, 3, " department second_person ", true, true},
    Verb{"approve", "approve ACCOUNT", 1, 1, "", true, false},
    Verb{"refuse", "refuse ACCOUNT GROUND", 2, 2, "", true, false},
    Verb{"close", "close ACCOUNT", 1, 1, "", true, false},
    Verb{"issue", "issue NAME CERTIFICATION [line=0] ACCOUNT=AMOUNT ...", 2, 2, "*", true, true},
    Verb{"transfer", "transfer FROM TO AMOUNT|SERIALS [type=] [project=] [batch=] [unit=] [price=] [note=]", 3, 3, pick_keys, true, false},
    Verb{"request", "request NAME ACCOUNT AMOUNT|SERIALS PURPOSE [use=] [user=] [consent=] [fiscal_year=] [report=] [offset=] [object=] [place=] [type=] [project=] [batch=] [unit=] [note=]", 4, 4,
        " use user consent fiscal_year report offset object place type project batch unit note ", true, true},
    Verb{"confirm", "confirm REQUEST", 1, 1, "", true, false},
    Verb{"withdraw", "withdraw REQUEST", 1, 1, "", true, false},
    Verb{"retire", "retire NAME ACCOUNT AMOUNT|SERIALS PURPOSE [use=] [user=] [consent=] [fiscal_year=] [report=] [offset=] [object=] [place=] [type=] [project=] [batch=] [unit=] [note=]", 4, 4,
        " use user consent fiscal_year report offset object place type project batch unit note ", true, true},
    Verb{"label", "label KIND SERIALS [from=] [detail=] [set=]", 2, 2, " from detail set ", true, false},
    // Projects from files: their figures are calculated before the command.
    Verb{"draft", "draft NAME \"PLAN.toml\" proponents=ORGANISATION,...", 2, 2, " proponents ", true, true},
    Verb{"revise", "revise PROJECT \"PLAN.toml\" proponents=ORGANISATION,...", 2, 2, " proponents ", true, false},
    Verb{"apply", "apply PROJECT", 1, 1, "", true, false},
    Verb{"admit", "admit PROJECT \"LIST.csv\"", 2, 2, "", true, false},
    Verb{"report", "report PROJECT PERIOD \"DATA.csv\" [members=\"MEMBERS.csv\"]", 3, 3, " members ", true, false},
    Verb{"verify", "verify PROJECT REPORT statement= [positive=true]", 2, 2, " statement positive ", true, false},
};

}  // namespace

const Verb* find_verb(std::string_view name) {
  const auto it = std::find_if(verbs.begin(), verbs.end(), [&](const Verb& v) { return v.name == name; });
  return it == verbs.end() ? nullptr : &*it;
}

std::vector<std::string_view> verb_names() {
  std::vector<std::string_view> names;
  for (const Verb& v : verbs) names.push_back(v.name);
  return names;
}

}  // namespace sumi::scenario
