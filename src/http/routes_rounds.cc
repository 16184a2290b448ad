// The committee's rounds: dockets, minutes and letters. The decisions themselves are commands.
#include "http/api.h"
#include "http/list_route.h"
#include "http/routes_desk.h"
#include "http/paper.h"
#include "report/render.h"
#include "service/desk_papers.h"
#include "service/round_view.h"

namespace sumi::http {

namespace {

struct RoundQuery {
  std::uint32_t round = 0;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "round", s.round); }
};
struct LetterQuery {
  std::uint32_t round = 0, item = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "round", s.round);
    v(Part::open, "item", s.item);
  }
};
struct MinutesQuery {
  std::uint32_t round = 0;
  std::string remarks;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "round", s.round);
    v(Part::open, "remarks", s.remarks);
  }
};
struct MinutesAsked {
  std::string remarks;  // what else was said, printed as it is
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "remarks", s.remarks); }
};
struct DeskDocumentQuery {
  Hash hash;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "hash", s.hash); }
};

Result<service::RoundsView> rounds(const Call& call, const Nothing&) {
  SUMI_TRY(const auto leads, desk_leads(call));
  return service::rounds_view(call.ledger(), leads);
}

Result<service::RoundView> round(const Call& call, const RoundQuery& query) {
  SUMI_TRY(const auto leads, desk_leads(call));
  SUMI_TRY(auto view, service::round_view(call.ledger(), call.caller.actor, query.round, leads));
  if (!view) return fail(service::errors::round_of_paper_unknown, {{"round", std::to_string(query.round)}});
  return *std::move(view);
}

Result<FileAnswer> letter(const Call& call, const LetterQuery& query) {
  SUMI_TRY(const auto paper, service::decision_letter(call.ledger(), query.round, query.item));
  return pdf_answer(call, paper, "letter-" + paper.number);
}

Result<FileAnswer> minutes(const Call& call, const MinutesQuery& query) {
  SUMI_TRY(const auto paper, service::minutes_paper(call.ledger(), query.round, query.remarks));
  return pdf_answer(call, paper, "minutes-" + std::to_string(query.round));
}

// Filed, so that CloseRound may name them.
Result<KeptDocument> file_minutes(const Call& call, const RoundQuery& query, const MinutesAsked& asked) {
  SUMI_TRY(const auto paper, service::minutes_paper(call.ledger(), query.round, asked.remarks));
  SUMI_TRY(const auto bytes, paper_pdf(call, paper, report::Languages::both));
  return keep_document(call, bytes);
}

// The scheme's bodies read every paper of the scheme.
Result<FileAnswer> document(const Call& call, const DeskDocumentQuery& query) {
  auto bytes = call.ledger().get_evidence({}, query.hash);
  if (!bytes) return fail(errors::not_found, {{"what_ja", "資料" + query.hash.to_hex()}, {"what_en", "document " + query.hash.to_hex()}});
  return desk_document(*std::move(bytes), query.hash);
}

}  // namespace

void add_round_routes(Routes& routes) {
  const Right right = Right::decide_cases;
  routes.get<Nothing, service::RoundsView>("/api/v1/rounds", {"認証委員会の回", "Rounds of the committee"}, "rounds", right, rounds);
  routes.get<RoundQuery, service::RoundView>("/api/v1/rounds/{round}", {"議題と資料", "A round's docket with its papers"}, "rounds", right, round);
  routes.file<LetterQuery>("/api/v1/rounds/{round}/items/{item}/letter.pdf", {"決定の通知書", "The letter about a decision"}, "rounds", right, "application/pdf", letter);
  routes.file<MinutesQuery>("/api/v1/rounds/{round}/minutes.pdf", {"議事録", "A round's minutes"}, "rounds", right, "application/pdf", minutes);
  routes.post<RoundQuery, MinutesAsked, KeptDocument>("/api/v1/rounds/{round}/minutes", {"議事録を作って預ける", "Makes and keeps the minutes"}, "rounds", right, file_minutes);
  routes.file<DeskDocumentQuery>("/api/v1/rounds/documents/{hash}", {"議題の資料", "A paper of a docket"}, "rounds", right, "application/octet-stream", document);
}

}  // namespace sumi::http
