// What is asked of accounts beyond opening and closing: documents, a second person, suspension, succession, agents. Data only.
//
// Sources: J-クレジット制度 口座の開設 (japancredit.go.jp application/account): full legal names with the legal form, kana in hiragana, agents (申請代行者) with an account of their own;
// 国際協力排出削減量口座簿の運営等に関する省令 (2025-04-01) where those terms are not at hand.
#pragma once

#include <string>
#include <vector>

#include "registry/commands.h"

namespace sumi::registry {

// type 28. What an application for an account brings. Once a store has filed any, no account is approved without.
struct FileAccountDocuments {
  using Outcome = Nothing;
  AccountNumber account;
  std::string holder_name;  // full legal name, with its legal form
  std::string name_kana;  // in hiragana
  std::string corporate_number;
  Sealed representative;
  Sealed address;  // of the head office
  Sealed contact;
  std::vector<Hash> documents;  // articles, certificate of registration
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "account", s.account);
    v(Part::party, "holder_name", s.holder_name);
    v(Part::party, "name_kana", s.name_kana);
    v(Part::party, "corporate_number", s.corporate_number);
    v(Part::party, "representative", s.representative);
    v(Part::party, "address", s.address);
    v(Part::party, "contact", s.contact);
    v(Part::party, "documents", s.documents);
  }
};
// type 23. The holder asks that a second person confirms what leaves the account, above an amount. A company with one person does not ask.
struct SetAccountControl {
  using Outcome = Nothing;
  AccountNumber account;
  bool second_person = false;  // maker and checker are two persons
  std::uint64_t above = 0;  // units of one act; what is not more needs no second person
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "account", s.account);
    v(Part::party, "second_person", s.second_person);
    v(Part::party, "above", s.above);
  }
};
// type 24. Nothing leaves a suspended account; what comes in is recorded.
struct SuspendAccount {
  using Outcome = Nothing;
  AccountNumber account;
  bool suspended = true;  // false: lifted
  std::string ground;  // a key of the grounds of refusal
  Hash document;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "account", s.account);
    v(Part::party, "suspended", s.suspended);
    v(Part::party, "ground", s.ground);
    v(Part::party, "document", s.document);
  }
};
// type 25. After a recorded succession: every unit of the account moves to the successor's, and the account closes.
struct SucceedAccount {
  using Outcome = Moved;
  AccountNumber account;
  AccountNumber to;  // of the successor
  Hash document;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "account", s.account);
    v(Part::party, "to", s.to);
    v(Part::party, "document", s.document);
  }
};
// type 26. An agent (申請代行者) acts for the account within a scope and until a day; it needs an account of its own.
struct AppointAgent {
  using Outcome = Nothing;
  AccountNumber account;
  OrganisationNumber agent;
  bool transfers = false;
  bool retires = false;
  Date from;
  Date until;  // the last day
  Hash document;  // the power of attorney
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "account", s.account);
    v(Part::party, "agent", s.agent);
    v(Part::party, "transfers", s.transfers);
    v(Part::party, "retires", s.retires);
    v(Part::party, "from", s.from);
    v(Part::party, "until", s.until);
    v(Part::party, "document", s.document);
  }
};
// type 27
struct DismissAgent {
  using Outcome = Nothing;
  AccountNumber account;
  OrganisationNumber agent;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "account", s.account);
    v(Part::party, "agent", s.agent);
  }
};

}  // namespace sumi::registry
