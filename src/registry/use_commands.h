// Retirement with everything that a use must say: several reports of one user, what is offset and where, and its division into certificates. Data only.
//
// Sources: J-クレジット制度 無効化の手続 (japancredit.go.jp usage, case/law): different 活用範囲 need requests of their own, one range may serve several reports of one user; a proxy acts
// with the user's consent; the place rewarded must differ from the place of creation. 関東経済産業局 J-クレジット創出・活用支援事業 報告 (FY2022): 950 gifts of one forest credit.
#pragma once

#include <string>
#include <vector>

#include "registry/commands.h"

namespace sumi::registry {

// What is offset.
enum class OffsetKind : std::uint8_t { none = 0, product = 1, service = 2, event = 3, organisation = 4 };
struct Use {
  std::string purpose;  // a key of the rulebook's purposes
  FiscalYear fiscal_year;  // of the emissions; 0 = none
  std::string report;  // which report: its name or number
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "purpose", s.purpose);
    v(Part::party, "fiscal_year", s.fiscal_year);
    v(Part::party, "report", s.report);
  }
};
struct PublicUse {
  std::string purpose;
  FiscalYear fiscal_year;
  std::string report;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "purpose", s.purpose);
    v(Part::open, "fiscal_year", s.fiscal_year);
    v(Part::open, "report", s.report);
  }
};
// type 53. As RequestRetirement, with what the registry asks today. The units go into escrow.
struct ApplyRetirement {
  using Outcome = RetirementRequested;
  AccountNumber account;
  EndUse end_use = EndUse::retirement;
  Selection selection;
  OrganisationNumber user;  // クレジット利用者; another than the holder needs its consent
  std::vector<Use> uses;  // all of one scope (活用範囲)
  Hash consent;  // the user's, where it is not the holder
  OffsetKind offset = OffsetKind::none;
  Sealed offset_object;
  Sealed place;  // where it is offset
  Hash place_key;  // HMAC of the normalised place under the secret of the store; zero = none
  std::uint32_t key_version = 0;
  Sealed note;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "account", s.account);
    v(Part::party, "end_use", s.end_use);
    v(Part::party, "selection", s.selection);
    v(Part::party, "user", s.user);
    v(Part::party, "uses", s.uses);
    v(Part::party, "consent", s.consent);
    v(Part::party, "offset", s.offset);
    v(Part::party, "offset_object", s.offset_object);
    v(Part::party, "place", s.place);
    v(Part::party, "place_key", s.place_key);
    v(Part::party, "key_version", s.key_version);
    v(Part::party, "note", s.note);
  }
};
// What the public sees of it, with the user's legal name as it was that day.
struct RetirementExecuted {
  EndUse end_use = EndUse::retirement;
  std::vector<PublicRange> ranges;
  std::uint64_t amount = 0;
  std::vector<PublicUse> uses;
  OffsetKind offset = OffsetKind::none;
  OrganisationNumber user;
  std::string user_name;
  std::string user_corporate_number;
  bool by_proxy = false;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "end_use", s.end_use);
    v(Part::open, "ranges", s.ranges);
    v(Part::open, "amount", s.amount);
    v(Part::open, "uses", s.uses);
    v(Part::open, "offset", s.offset);
    v(Part::open, "user", s.user);
    v(Part::open, "user_name", s.user_name);
    v(Part::open, "user_corporate_number", s.user_corporate_number);
    v(Part::open, "by_proxy", s.by_proxy);
  }
};
// type 56. Confirms what type 53 asked for. From here on it cannot be undone.
struct ExecuteRetirement {
  using Outcome = RetirementExecuted;
  RetirementNumber retirement;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "retirement", s.retirement);
  }
};
struct CertificatePart {
  std::uint64_t count = 0;  // certificates
  std::uint64_t grams = 0;  // of CO2, each
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "count", s.count);
    v(Part::open, "grams", s.grams);
  }
};
struct RetirementDivided {
  std::uint64_t first = 0;  // number of the first certificate
  std::uint64_t count = 0;
  std::uint64_t grams = 0;  // of all of them
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "first", s.first);
    v(Part::open, "count", s.count);
    v(Part::open, "grams", s.grams);
  }
};
// type 57. One confirmed retirement divided into certificates in whole grams; never more than it has.
struct DivideRetirement {
  using Outcome = RetirementDivided;
  RetirementNumber retirement;
  std::vector<CertificatePart> parts;
  Sealed titles;  // what each part is for, a line each
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "retirement", s.retirement);
    v(Part::open, "parts", s.parts);
    v(Part::party, "titles", s.titles);
  }
};
// type 58. Where a project creates its credits, for the place rule.
struct RecordSite {
  using Outcome = Nothing;
  ProjectNumber project;
  Id128 site;
  Hash key;  // HMAC of the normalised address
  std::uint32_t key_version = 0;
  Sealed address;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "site", s.site);
    v(Part::party, "key", s.key);
    v(Part::party, "key_version", s.key_version);
    v(Part::party, "address", s.address);
  }
};

}  // namespace sumi::registry
