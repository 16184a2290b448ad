// What waits for whom, and streams of events. GET /api/v1/events is public; the inbox is that of the signed-in person for the organisation they act for.
#include <charconv>

#include "http/api.h"
#include "http/queries.h"
#include "http/task_list.h"
#include "project/names.h"
#include "registry/names.h"
#include "scheme/names.h"
#include "service/config.h"
#include "service/events.h"
#include "service/inbox.h"

namespace sumi::http {

namespace {

using service::PageQuery;
using service::Task;

struct EventsQuery {
  ProjectNumber project;
  std::vector<std::string> type;         // names of commands
  std::optional<std::uint64_t> after;    // the last entry that was seen; the header Last-Event-ID goes before it
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "type", s.type);
    v(Part::open, "after", s.after);
  }
};
struct InboxQuery {
  PageQuery page;
  std::optional<service::TaskKind> kind;
  std::optional<bool> overdue;
  ProjectNumber project;
  std::string format, sort;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "limit", s.page.limit);
    v(Part::open, "cursor", s.page.cursor);
    v(Part::open, "format", s.format);
    v(Part::open, "sort", s.sort);
    v(Part::open, "kind", s.kind);
    v(Part::open, "overdue", s.overdue);
    v(Part::open, "project", s.project);
  }
};
struct CaseTasks {
  std::vector<Task> items;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "items", s.items); }
};

// A stream as the feed's listener.
class SinkListener final : public service::Listener {
 public:
  explicit SinkListener(std::shared_ptr<EventSink> sink) : sink_(std::move(sink)) {}
  bool send(const std::shared_ptr<const std::string>& bytes) override { return sink_->send(bytes); }
  [[nodiscard]] bool ended() const override { return sink_->ended(); }

 private:
  std::shared_ptr<EventSink> sink_;
};

Date today_of(const Call& call) { return call.office.clock.now().date_in_japan(); }
Result<service::LeadTimes> leads_of(const Call& call) {
  if (call.office.feed != nullptr) return call.office.feed->leads();
  SUMI_TRY(const auto rulebook, call.ledger().rulebook());
  return service::lead_times(*rulebook);
}
Result<std::vector<Task>> own_tasks(const Call& call) {
  SUMI_TRY(const auto leads, leads_of(call));
  std::vector<Task> tasks;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) { tasks = service::inbox(state, call.caller.actor, today_of(call), leads); }));
  return tasks;
}

Result<std::vector<Task>> own_inbox(const Call& call, const InboxQuery& query) {
  SUMI_TRY(auto tasks, own_tasks(call));
  std::erase_if(tasks, [&](const Task& t) {
    return (query.kind && t.kind != *query.kind) || (query.overdue && t.overdue != *query.overdue) || (query.project && t.project != query.project);
  });
  return tasks;
}

Result<CaseTasks> case_tasks(const Call& call, const ProjectQuery& query) {
  SUMI_TRY(const auto leads, leads_of(call));
  CaseTasks out;
  bool seen = false;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) {
    seen = service::may_see(state, call.caller.actor, query.project);
    if (seen) out.items = service::waiting_for(state, query.project, today_of(call), leads);
  }));
  if (!seen) return fail(errors::not_found, {{"what_ja", "案件" + std::to_string(query.project.value)}, {"what_en", "project " + std::to_string(query.project.value)}});
  return out;
}

Result<FileAnswer> calendar(const Call& call, const Nothing&) {
  SUMI_TRY(const auto tasks, own_tasks(call));
  Id128 store;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) { store = state.meta().store; }));
  const service::Config defaults;
  const auto base = service::base_url_of(call.office.config != nullptr ? *call.office.config : defaults);
  return FileAnswer{service::inbox_calendar(tasks, base, store, call.office.clock.now(), call.language), "text/calendar; charset=utf-8", "sumi.ics"};
}

Response stream_response() {
  Response response;
  response.content_type = "text/event-stream";
  return response;
}

// The last entry that the other side saw; nothing: it begins with the next one. What is no number begins anew, as browsers do with a foreign id.
std::optional<SequenceNumber> seen_by(const Call& call, const EventsQuery& query) {
  const auto header = call.request.header("last-event-id");
  std::uint64_t number = 0;
  const auto end = std::from_chars(header.data(), header.data() + header.size(), number);
  if (!header.empty() && end.ec == std::errc{} && end.ptr == header.data() + header.size()) return SequenceNumber{number};
  return query.after ? std::optional(SequenceNumber{*query.after}) : std::nullopt;
}

Result<Response> open_events(const Call& call) {
  SUMI_TRY(const auto query, Routes::read_query<EventsQuery>(call));
  service::Feed* const feed = call.office.feed;
  if (feed == nullptr) return fail(errors::too_busy);
  const service::EventFilter filter{query.project, query.type};
  const auto after = seen_by(call, query);
  SUMI_CHECK(feed->may_listen(filter, after));
  Response response = stream_response();
  response.stream = [feed, filter, after](const std::shared_ptr<EventSink>& sink) {
    if (!feed->listen(filter, after, std::make_shared<SinkListener>(sink))) sink->close();
  };
  return response;
}

Result<Response> open_inbox(const Call& call) {
  service::Feed* const feed = call.office.feed;
  if (feed == nullptr) return fail(errors::too_busy);
  SUMI_CHECK(feed->may_listen({}, std::nullopt));
  Response response = stream_response();
  response.stream = [feed, person = call.person(), organisation = call.organisation(), known = std::string(call.request.header("last-event-id").substr(0, 64))](
                        const std::shared_ptr<EventSink>& sink) {
    if (!feed->listen_inbox(person, organisation, known, std::make_shared<SinkListener>(sink))) sink->close();
  };
  return response;
}

template <class F> Routes::Raw answered_by(F f) {
  return [f](const std::shared_ptr<Call>& call, const Respond& respond) { Routes::answer(*call, respond, f(*call)); };
}

}  // namespace

void add_event_routes(Routes& routes) {
  RouteWords events = routes.begin<EventsQuery>(Method::get, "/api/v1/events", {"台帳の公開部分の配信(server-sent events)", "The journal's public part as server-sent events"}, "events", Right::everyone);
  events.response = wire::schema_of<service::EntryEvent>(wire::Direction::written, routes.components());
  events.response_type = "text/event-stream";
  routes.raw(std::move(events), answered_by(open_events), 0);
  add_list<InboxQuery, Task>(routes, "/api/v1/inbox", {"待っている仕事", "What waits for you"}, "inbox", Right::signed_in, {"待っている仕事", "inbox"}, task_columns(), own_inbox,
      [](const Task& t) { return t.key; });
  RouteWords inbox = routes.begin<Nothing>(Method::get, "/api/v1/inbox/events", {"待っている仕事が変わったことの知らせ(server-sent events)", "Word when what waits for you has changed, as server-sent events"}, "inbox", Right::signed_in);
  inbox.response = wire::schema_of<service::InboxEvent>(wire::Direction::written, routes.components());
  inbox.response_type = "text/event-stream";
  routes.raw(std::move(inbox), answered_by(open_inbox), 0);
  routes.file<Nothing>("/api/v1/inbox/calendar.ics", {"期限のカレンダー(iCalendar)", "The due days as a calendar (iCalendar)"}, "inbox", Right::signed_in, "text/calendar; charset=utf-8", calendar);
  routes.get<ProjectQuery, CaseTasks>("/api/v1/projects/{project}/tasks", {"案件について、誰の何を待っているか", "What waits for whom in one case"}, "projects", Right::signed_in, case_tasks);
}

}  // namespace sumi::http
