// Uses, certificates and sites as the state holds them.
#pragma once

#include "base/table.h"
#include "registry/use_commands.h"

namespace sumi::registry {

struct UseRow {
  std::vector<Use> uses;
  Hash consent;
  OffsetKind offset = OffsetKind::none;
  Sealed offset_object;
  Sealed place;
  Hash place_key;
  std::uint32_t key_version = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "uses", s.uses);
    v(Part::party, "consent", s.consent);
    v(Part::party, "offset", s.offset);
    v(Part::party, "offset_object", s.offset_object);
    v(Part::party, "place", s.place);
    v(Part::party, "place_key", s.place_key);
    v(Part::party, "key_version", s.key_version);
  }
};
struct CertificatesRow {
  RetirementNumber retirement;
  std::vector<CertificatePart> parts;
  std::uint64_t count = 0;
  std::uint64_t grams = 0;
  Date issued_on;
  Sealed titles;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "retirement", s.retirement);
    v(Part::party, "parts", s.parts);
    v(Part::party, "count", s.count);
    v(Part::party, "grams", s.grams);
    v(Part::party, "issued_on", s.issued_on);
    v(Part::party, "titles", s.titles);
  }
};
struct SiteKey {
  ProjectNumber project;
  Id128 site;
  friend auto operator<=>(const SiteKey&, const SiteKey&) = default;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "project", s.project);
    v(Part::party, "site", s.site);
  }
};
struct SiteRow {
  Hash key;
  std::uint32_t key_version = 0;
  Sealed address;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "key", s.key);
    v(Part::party, "key_version", s.key_version);
    v(Part::party, "address", s.address);
  }
};
struct Uses {
  Table<RetirementNumber, UseRow> uses;
  Table<std::uint64_t, CertificatesRow> certificates;      // by the number of the first
  Table<RetirementNumber, std::uint64_t> divided_grams;    // of each retirement, so far
  Table<SiteKey, SiteRow> sites;
  template <class Self, class F> static void each(Self& s, F&& f) { f("uses", s.uses), f("certificates", s.certificates), f("divided_grams", s.divided_grams), f("sites", s.sites); }
};

}  // namespace sumi::registry
