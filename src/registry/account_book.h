// What accounts have beyond their row: documents, controls, agents.
#pragma once

#include "base/table.h"
#include "registry/account_commands.h"

namespace sumi::registry {

struct DocumentsRow {
  std::string holder_name;
  std::string name_kana;
  std::string corporate_number;
  Sealed representative;
  Sealed address;
  Sealed contact;
  std::vector<Hash> documents;
  Date filed;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "holder_name", s.holder_name);
    v(Part::party, "name_kana", s.name_kana);
    v(Part::party, "corporate_number", s.corporate_number);
    v(Part::party, "representative", s.representative);
    v(Part::party, "address", s.address);
    v(Part::party, "contact", s.contact);
    v(Part::party, "documents", s.documents);
    v(Part::party, "filed", s.filed);
  }
};
struct ControlRow {
  bool second_person = false;
  std::uint64_t above = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "second_person", s.second_person);
    v(Part::party, "above", s.above);
  }
};
struct AgentKey {
  AccountNumber account;
  OrganisationNumber agent;
  friend auto operator<=>(const AgentKey&, const AgentKey&) = default;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "account", s.account);
    v(Part::party, "agent", s.agent);
  }
};
struct AgentRow {
  bool transfers = false;
  bool retires = false;
  Date from;
  Date until;
  Hash document;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "transfers", s.transfers);
    v(Part::party, "retires", s.retires);
    v(Part::party, "from", s.from);
    v(Part::party, "until", s.until);
    v(Part::party, "document", s.document);
  }
};
struct AccountBook {
  Table<AccountNumber, DocumentsRow> documents;
  Table<AccountNumber, ControlRow> controls;
  Table<AgentKey, AgentRow> agents;
  template <class Self, class F> static void each(Self& s, F&& f) { f("documents", s.documents), f("controls", s.controls), f("agents", s.agents); }
};

}  // namespace sumi::registry
