// The rulebook as this store has adopted it, for everybody.
#include "http/api.h"
#include "service/rulebook_view.h"

namespace sumi::http {

namespace {

struct NumberQuery {
  std::string number;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "number", s.number); }
};
struct ValuesQuery {
  std::string name;                 // "shk-fuels/factors", "shk-fuels/factors kerosene", or a key alone
  std::optional<Date> on, as_known;
  std::optional<Date> adopted;      // the rulebook as this store had adopted it by that day
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "name", s.name);
    v(Part::open, "on", s.on);
    v(Part::open, "as_known", s.as_known);
    v(Part::open, "adopted", s.adopted);
  }
};

}  // namespace

void add_rulebook_routes(Routes& routes) {
  routes.get<Nothing, service::RulebookView>("/api/v1/rulebook", {"規則集:パック、表、方法論", "The rulebook: packs, tables, methodologies"}, "rulebook", Right::everyone,
      [](const Call& call, const Nothing&) -> Result<service::RulebookView> {
        SUMI_TRY(const auto book, call.ledger().rulebook());
        return service::rulebook_view(*book);
      });
  routes.get<NumberQuery, service::MethodologyView>("/api/v1/rulebook/methodologies/{number}", {"方法論", "A methodology"}, "rulebook", Right::everyone,
      [](const Call& call, const NumberQuery& query) -> Result<service::MethodologyView> {
        SUMI_TRY(const auto book, call.ledger().rulebook());
        auto view = service::methodology_view(*book, query.number);
        if (!view) return fail(errors::not_found, {{"what_ja", "この番号の方法論"}, {"what_en", "methodology of that number"}});
        return *std::move(view);
      });
  routes.get<ValuesQuery, rulebook::RulesShow>("/api/v1/rulebook/values", {"規則集の値とその履歴・出典", "Values of the rulebook with their history and sources"}, "rulebook", Right::everyone,
      [](const Call& call, const ValuesQuery& query) -> Result<rulebook::RulesShow> {
        SUMI_TRY(const auto book, call.ledger().rulebook(query.adopted));
        return rulebook::show_rules(*book, query.name, query.on, query.as_known);
      });
}

}  // namespace sumi::http
