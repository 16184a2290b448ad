#include "claim/eligibility.h"

#include <algorithm>

#include "registry/names.h"

namespace sumi::claim {
namespace {

enum class Means : std::uint8_t { no, maybe, yes };

std::string kind_word(registry::UnitKind kind) {
  for (const auto& [word, value] : registry::enum_names(kind)) {
    if (value == kind) return std::string(word);
  }
  return {};
}

// What is known of one unit, read once for all rows.
struct Known {
  const UnitFacts& facts;
  std::string programme;
  Words classes;
  std::string kind;
};

// Whether a row means the unit; the facts that were missing go to `points`.
class Matching {
 public:
  Matching(const EligibilityRow& row, const Known& known, std::set<Point>& points) : points_(points) {
    programme(row, known);
    if (!row.unit_kinds.empty() && !row.unit_kinds.contains(known.kind)) means_ = Means::no;
    one_of(row.codes, known.facts.programme_code, Point::code);
    one_of(row.types, known.facts.credit_type, Point::credit_type);
    classes(row.classes, known.classes);
    maker(row.own_made, known.facts.own_made);
    if (means_ != Means::maybe) missing_.clear();
    points_.insert(missing_.begin(), missing_.end());
  }
  [[nodiscard]] Means means() const { return means_; }

 private:
  void not_known(Point point) {
    missing_.insert(point);
    if (means_ == Means::yes) means_ = Means::maybe;
  }
  // A programme that the table does not name is none of those that it does.
  void programme(const EligibilityRow& row, const Known& known) {
    if (row.programmes.empty()) return;
    if (known.facts.crediting_programme.empty()) return not_known(Point::programme);
    if (row.programmes.contains(known.programme) == row.all_but) means_ = Means::no;
  }
  void one_of(const Words& asked, const std::string& fact, Point point) {
    if (asked.empty()) return;
    if (fact.empty()) return not_known(point);
    if (!asked.contains(fact)) means_ = Means::no;
  }
  void classes(const Words& asked, const Words& fact) {
    if (asked.empty()) return;
    const auto inside = std::ranges::count_if(fact, [&](const auto& word) { return asked.contains(word); });
    if (fact.empty() || (inside > 0 && static_cast<std::size_t>(inside) < fact.size())) return not_known(Point::methodology_class);
    if (inside == 0) means_ = Means::no;
  }
  void maker(const std::optional<OwnMade>& asked, OwnMade fact) {
    if (!asked) return;
    if (fact == OwnMade::unknown || fact == OwnMade::partly) return not_known(Point::maker);
    if (fact != *asked) means_ = Means::no;
  }

  std::set<Point>& points_;
  std::set<Point> missing_;
  Means means_ = Means::yes;
};

bool holds(const EligibilityRow& row, const Question& question) {
  Period asked{question.on, question.on};
  if (row.by_emissions_year && question.year.number != 0) asked = {question.year.first(), question.year.last()};
  return (!row.from || *row.from <= asked.last) && (!row.to || asked.first <= *row.to);
}

struct Finding {
  Verdict verdict = Verdict::met;
  std::set<Point> points;
  void lower(Verdict to, Point point) {
    points.insert(point);
    const auto order = [](Verdict v) { return v == Verdict::met ? 0 : v == Verdict::conditional ? 1 : v == Verdict::not_met ? 3 : 2; };
    if (order(to) > order(verdict)) verdict = to;
  }
};

void check_vintage(const EligibilityRow& row, const UnitFacts& facts, Finding& finding) {
  if (!row.vintage_from && !row.vintage_to) return;
  if (!facts.vintage) return finding.lower(Verdict::not_yet_knowable, Point::vintage);
  const bool before = row.vintage_from && facts.vintage->last < *row.vintage_from;
  const bool after = row.vintage_to && facts.vintage->first > *row.vintage_to;
  if (before || after) return finding.lower(Verdict::not_met, Point::vintage);
  const bool straddles = (row.vintage_from && facts.vintage->first < *row.vintage_from) || (row.vintage_to && facts.vintage->last > *row.vintage_to);
  if (straddles) finding.lower(Verdict::not_yet_knowable, Point::vintage);
}

// A row that says yes, or conditionally yes, and means the unit.
Finding weigh(const EligibilityRow& row, const UnitFacts& facts) {
  Finding finding;
  check_vintage(row, facts, finding);
  const bool early = row.adjustment_from && facts.vintage && facts.vintage->last < *row.adjustment_from;
  const bool authorised = row.international ? facts.authorised_international : facts.authorised;
  if (row.adjustment && !early && !facts.adjusted) finding.lower(authorised ? Verdict::conditional : Verdict::not_yet_knowable, Point::adjustment);
  if ((row.declare || row.allowed == Allowed::conditional) && !facts.eligible_for.contains(row.scheme)) finding.lower(Verdict::conditional, Point::condition);
  if (row.confidence == rulebook::Confidence::low) finding.lower(Verdict::conditional, Point::confidence);
  return finding;
}

// Nothing: no row of these means the unit, nor may mean it.
std::optional<Judgement> judge_by(const std::vector<EligibilityRow>& rows, const Words& schemes, const Known& known, const Question& question) {
  std::vector<const EligibilityRow*> good, planned, open;
  const EligibilityRow* possible_no = nullptr;
  std::set<Point> missing;
  Judgement low_no;
  for (const auto& row : rows) {
    if (!schemes.contains(row.scheme) || !holds(row, question)) continue;
    std::set<Point> points;
    const auto means = Matching(row, known, points).means();
    if (means == Means::no) continue;
    if (means == Means::maybe) {
      missing.insert(points.begin(), points.end());
      open.push_back(&row);
      if (row.allowed == Allowed::no) possible_no = &row;
    } else if (row.allowed == Allowed::no) {
      if (row.confidence != rulebook::Confidence::low) return Judgement{Verdict::not_met, {&row}, {Point::excluded}};
      low_no = {Verdict::conditional, {&row}, {Point::excluded, Point::confidence}};
    } else {
      (row.allowed == Allowed::planned ? planned : good).push_back(&row);
    }
  }
  if (!low_no.rows.empty()) return low_no;
  if (!good.empty()) {
    std::optional<Judgement> best;
    for (const auto* row : good) {
      const auto finding = weigh(*row, known.facts);
      if (!best || finding.verdict < best->verdict) best = Judgement{finding.verdict, {row}, finding.points};
    }
    if (possible_no != nullptr && best->verdict < Verdict::not_yet_knowable) {
      best->verdict = Verdict::not_yet_knowable;
      best->rows.push_back(possible_no);
      best->points.insert(missing.begin(), missing.end());
    }
    return best;
  }
  if (!planned.empty()) return Judgement{Verdict::not_yet_knowable, planned, {Point::not_in_force}};
  if (!open.empty()) return Judgement{Verdict::not_yet_knowable, open, missing};
  return std::nullopt;
}

OwnMade own_made(const std::vector<registry::Maker>& makers, OrganisationNumber user) {
  if (makers.empty() || !user) return OwnMade::unknown;
  const auto own = std::ranges::count_if(makers, [&](const auto& m) { return m.organisation == user; });
  if (own == 0) return OwnMade::others;
  return static_cast<std::size_t>(own) == makers.size() ? OwnMade::own : OwnMade::partly;
}

// What the ledger of Article 6 says of serials: an authorisation in force on the day, or an adjustment that the host has applied.
struct Told {
  std::uint64_t first = 0;
  std::uint64_t end = 0;
  bool applied = false;
  bool international = false;
};
std::vector<Told> article6_of(const registry::Registry& registry, const registry::SerialRange& range, Date on) {
  std::vector<Told> out;
  const auto add = [&](const std::vector<registry::PublicRange>& ranges, bool applied, bool international) {
    for (const auto& r : ranges) {
      if (r.batch == range.batch && r.first < range.end && range.first < r.end) out.push_back({r.first, r.end, applied, international});
    }
  };
  const auto& article6 = registry.article6();
  for (const auto& [number, row] : article6.authorisations) {
    if (row.authorised_on <= on && (!row.withdrawn_on || on < *row.withdrawn_on)) add(row.ranges, false, row.international);
  }
  for (const auto& [key, row] : article6.adjustments) {
    if (row.status == registry::AdjustmentStatus::applied && row.adds && row.on <= on) add(row.ranges, true, false);
  }
  return out;
}

struct Saying {
  std::string_view ja, en;
};
Saying words_of(Point point) {
  switch (point) {
    case Point::programme: return {"クレジット制度が記録されていない", "the crediting programme is not recorded"};
    case Point::code: return {"制度記号が記録されていない", "the programme code is not recorded"};
    case Point::credit_type: return {"クレジット種別が記録されていない", "the credit type is not recorded"};
    case Point::methodology_class: return {"電力か熱かなど、方法論の区分が一つに定まらない", "the methodology's class is not known (as power or heat)"};
    case Point::maker: return {"利用者が自ら創出したものかどうか分からない", "it is not known whether the user made them"};
    case Point::vintage: return {"削減の時期が定めに合わないか、年度だけでは分からない", "the time of the reductions does not fit, or the fiscal year alone does not tell"};
    case Point::adjustment: return {"相当調整がまだ適用されていない", "no corresponding adjustment is recorded as applied"};
    case Point::condition: return {"台帳にない条件を示す必要がある", "a condition that the ledger does not know must be shown"};
    case Point::confidence: return {"出典の信頼度が低い", "the source is of low confidence"};
    case Point::not_in_force: return {"公表されたが、まだ施行されていない", "announced, not in force"};
    case Point::excluded: return {"この制度では使えない", "this scheme does not take them"};
  }
  return {};
}

std::string texts(const std::vector<std::string>& list, std::string_view between) {
  std::string out;
  for (const auto& text : list) out += (out.empty() ? std::string() : std::string(between)) + text;
  return out;
}

}  // namespace

Judgement judge(const UnitFacts& facts, const Question& question, const EligibilityRules& rules) {
  const Known known{facts, rules.programme_of(facts.crediting_programme), rules.classes_of(facts), kind_word(facts.unit_kind)};
  if (auto found = judge_by(rules.schemes, question.schemes, known, question)) return *std::move(found);
  if (question.use.empty()) return {};
  if (auto found = judge_by(rules.uses, {question.use}, known, question)) return *std::move(found);
  return {};
}

std::vector<Piece> pieces_of(const registry::Registry& registry, const registry::SerialRange& range, OrganisationNumber user, Date on) {
  const auto& a = registry.batches().at(range.batch).attributes;
  UnitFacts facts;
  facts.crediting_programme = a.crediting_programme;
  facts.programme_code = a.programme_code;
  facts.credit_type = a.credit_type;
  facts.unit_kind = a.unit_kind;
  facts.methodology = a.methodology;
  if (a.vintage.number != 0) facts.vintage = Period{a.vintage.first(), a.vintage.last()};
  facts.own_made = own_made(a.makers, user);
  const auto& labels = registry.labels();
  std::set<std::uint64_t> cuts{range.first, range.end};
  const auto each_label = [&](auto f) {
    for (auto it = labels.lower_bound({range.batch, 0}); it != labels.end() && it->first.batch == range.batch; ++it) {
      const auto& label = it->second;
      const bool told = label.kind == registry::LabelKind::corresponding_adjustment || label.kind == registry::LabelKind::eligible;
      if (told && label.from <= on && label.first < range.end && range.first < label.end) f(label);
    }
  };
  each_label([&](const registry::LabelRow& label) { cuts.insert({std::max(label.first, range.first), std::min(label.end, range.end)}); });
  const auto told = article6_of(registry, range, on);
  for (const auto& t : told) cuts.insert({std::max(t.first, range.first), std::min(t.end, range.end)});
  std::vector<Piece> pieces;
  for (auto it = cuts.begin(); std::next(it) != cuts.end(); ++it) {
    Piece piece{{range.batch, *it, *std::next(it)}, facts};
    each_label([&](const registry::LabelRow& label) {  // in the order they were set: the last one holds
      if (label.first > piece.range.first || label.end < piece.range.end) return;
      if (label.kind == registry::LabelKind::corresponding_adjustment) piece.facts.adjusted = label.set;
      else if (label.set) piece.facts.eligible_for.insert(label.detail);
      else piece.facts.eligible_for.erase(label.detail);
    });
    for (const auto& t : told) {
      if (t.first > piece.range.first || t.end < piece.range.end) continue;
      piece.facts.adjusted |= t.applied;
      piece.facts.authorised |= !t.applied;
      piece.facts.authorised_international |= !t.applied && t.international;
    }
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

Question question_of(const registry::RegistryRules::Purpose& purpose, Date on, FiscalYear year) { return {purpose.schemes, purpose.jcredit_use, on, year}; }

Result<void> check_units(const registry::Registry& registry, const std::vector<registry::SerialRange>& ranges, const std::string& purpose,
    const Question& question, OrganisationNumber user, const EligibilityRules& rules) {
  for (const auto& range : ranges) {
    for (const auto& piece : pieces_of(registry, range, user, question.on)) {
      const auto judgement = judge(piece.facts, question, rules);
      if (judgement.verdict != Verdict::not_met) continue;
      const auto text = std::to_string(range.batch.value) + ":" + std::to_string(piece.range.first) + "-" + std::to_string(piece.range.end - 1);
      return fail(errors::not_eligible, {{"range", text}, {"purpose", purpose}, {"reason_ja", reason(judgement, Language::ja)}, {"reason_en", reason(judgement, Language::en)}});
    }
  }
  return {};
}

std::string reason(const Judgement& judgement, Language language) {
  const bool ja = language == Language::ja;
  if (judgement.rows.empty()) return ja ? "規則がない" : "no rule is at hand";
  std::vector<std::string> out;
  for (const auto point : judgement.points) out.emplace_back(ja ? words_of(point).ja : words_of(point).en);
  const auto& row = *judgement.rows.front();
  out.push_back((ja ? row.scheme_ja : row.scheme_en) + (ja ? "・" : ", ") + row.credit);
  if (const auto& condition = ja ? row.condition_ja : row.condition_en; !condition.empty()) out.push_back(condition);
  out.push_back((ja ? "出典 " : "source ") + texts(row.sources, ", ") + (ja ? "、信頼度 " : ", confidence ") + std::string(rulebook::name_of(row.confidence)));
  return texts(out, ja ? "。" : "; ");
}

std::string_view word_of(Verdict verdict, Language language) {
  const bool ja = language == Language::ja;
  switch (verdict) {
    case Verdict::met: return ja ? "使える" : "may be used";
    case Verdict::conditional: return ja ? "条件つき" : "on a condition";
    case Verdict::not_yet_knowable: return ja ? "まだ分からない" : "not yet known";
    case Verdict::no_rule_data: return ja ? "規則なし" : "no rule data";
    case Verdict::not_met: return ja ? "使えない" : "may not";
  }
  return {};
}

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::met: return "met";
    case Verdict::conditional: return "conditional";
    case Verdict::not_yet_knowable: return "not_yet_knowable";
    case Verdict::no_rule_data: return "no_rule_data";
    case Verdict::not_met: return "not_met";
  }
  return {};
}

std::string_view name_of(Point point) {
  switch (point) {
    case Point::programme: return "programme";
    case Point::code: return "code";
    case Point::credit_type: return "credit_type";
    case Point::methodology_class: return "methodology_class";
    case Point::maker: return "maker";
    case Point::vintage: return "vintage";
    case Point::adjustment: return "adjustment";
    case Point::condition: return "condition";
    case Point::confidence: return "confidence";
    case Point::not_in_force: return "not_in_force";
    case Point::excluded: return "excluded";
  }
  return {};
}

}  // namespace sumi::claim
