#include "service/events.h"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "service/testing.h"
#include "wire/json.h"

namespace sumi::service {
namespace {

using testing::day;
using testing::House;
using testing::refusal;
using testing::take;
using testing::value_of;

// Keeps what it is told.
class Ear final : public Listener {
 public:
  bool send(const std::shared_ptr<const std::string>& bytes) override {
    const std::lock_guard lock(mutex_);
    if (ended_) return false;
    text_ += *bytes;
    texts_.push_back(bytes);
    return true;
  }
  [[nodiscard]] bool ended() const override {
    const std::lock_guard lock(mutex_);
    return ended_;
  }
  void end() {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  [[nodiscard]] std::string text() const {
    const std::lock_guard lock(mutex_);
    return text_;
  }
  [[nodiscard]] std::vector<std::shared_ptr<const std::string>> texts() const {
    const std::lock_guard lock(mutex_);
    return texts_;
  }
  // Ids of the events so far, as a browser reads them: fields up to a blank line.
  [[nodiscard]] std::vector<std::string> ids() const {
    std::vector<std::string> out;
    const std::string all = text();
    for (std::size_t at = 0; at < all.size();) {
      const auto end = all.find("\n\n", at);
      if (end == std::string::npos || all.compare(at, 4, "id: ") != 0) throw std::runtime_error("half an event");
      out.push_back(all.substr(at + 4, all.find('\n', at) - at - 4));
      at = end + 2;
    }
    return out;
  }

 private:
  mutable std::mutex mutex_;
  bool ended_ = false;
  std::string text_;
  std::vector<std::shared_ptr<const std::string>> texts_;
};

template <class F>
bool soon(F f) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(5);
  while (std::chrono::steady_clock::now() < until) {
    if (f()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return f();
}
std::vector<std::string> numbers(std::uint64_t from, std::uint64_t to) {
  std::vector<std::string> out;
  for (auto n = from; n <= to; ++n) out.push_back(std::to_string(n));
  return out;
}

TEST(Feed, ANewEntryReachesWhoeverListensWithItsPublicPartAlone) {
  House house;
  const auto& who = house.who;
  Feed feed(*house.ledger, house.clock, {});
  const auto ear = std::make_shared<Ear>();
  value_of(feed.listen({}, std::nullopt, ear));
  const auto before = house.ledger->last().value;
  take(*house.ledger, who.admin, who.secretariat, scheme::RegisterOrganisation{"", "新しい会社株式会社", "", {}, {}});
  value_of(house.ledger->submit(testing::transfer(who, 7)));
  ASSERT_TRUE(soon([&] { return ear->ids().size() == 2; }));
  EXPECT_EQ(ear->ids(), numbers(before + 1, before + 2));
  const std::string text = ear->text();
  EXPECT_NE(text.find("\"type\":\"RegisterOrganisation\""), std::string::npos);
  EXPECT_NE(text.find("\"organisation_name\":\"試験登録簿\""), std::string::npos) << text;
  EXPECT_NE(text.find("\"name\":\"新しい会社株式会社\""), std::string::npos);
  // A transfer is its parties' matter: that there was one is all that is told.
  const std::string transfer = text.substr(text.find("\n\n") + 2);
  const auto data = value_of(wire::parse_json(transfer.substr(transfer.find("data: ") + 6), "event"));
  std::vector<std::string> told;
  for (const auto& [name, value] : data.members) told.push_back(name);
  EXPECT_EQ(told, (std::vector<std::string>{"entry", "time", "business_date", "type", "group", "command", "outcome"}));
  EXPECT_TRUE(data.find("command")->members.empty());
  EXPECT_TRUE(data.find("outcome")->members.empty());
  EXPECT_EQ(transfer.find("墨田"), std::string::npos);
  EXPECT_EQ(transfer.find("5200"), std::string::npos);
}

TEST(Feed, WhoWasAwayGoesOnAfterTheLastOneThatItSaw) {
  House house;
  FeedOptions options;
  options.kept = 4;  // the rest comes out of the journal
  options.catch_up_entries = 5;
  options.catch_up_every = std::chrono::milliseconds(1);
  Feed feed(*house.ledger, house.clock, {}, options);
  const auto last = house.ledger->last().value;
  ASSERT_GT(last, 20U);
  const auto all = std::make_shared<Ear>(), some = std::make_shared<Ear>(), none = std::make_shared<Ear>();
  value_of(feed.listen({}, SequenceNumber{0}, all));
  value_of(feed.listen({}, SequenceNumber{last - 3}, some));
  value_of(feed.listen({}, SequenceNumber{last}, none));
  ASSERT_TRUE(soon([&] { return all->ids().size() == last && some->ids().size() == 3; }));
  EXPECT_EQ(all->ids(), numbers(1, last));
  EXPECT_EQ(some->ids(), numbers(last - 2, last));
  EXPECT_TRUE(none->ids().empty());
  // What is asked again is word for word what was told before.
  EXPECT_NE(all->text().find(some->text()), std::string::npos);
  EXPECT_EQ(refusal(feed.listen({}, SequenceNumber{last + 1}, none)), "service.events_after_last");
}

TEST(Feed, FiltersByProjectAndByType) {
  House house;
  Feed feed(*house.ledger, house.clock, {});
  const auto of_project = std::make_shared<Ear>(), of_type = std::make_shared<Ear>(), of_another = std::make_shared<Ear>();
  value_of(feed.listen({house.who.project, {}}, SequenceNumber{0}, of_project));
  value_of(feed.listen({{}, {"Issue", "DecideCertification"}}, SequenceNumber{0}, of_type));
  value_of(feed.listen({ProjectNumber{99}, {}}, SequenceNumber{0}, of_another));
  // testing.h, certify(): 9 commands of the project; issue(): two issues of its certification.
  ASSERT_TRUE(soon([&] { return of_project->ids().size() == 11 && of_type->ids().size() == 3; })) << of_project->ids().size() << " " << of_type->ids().size();
  EXPECT_TRUE(of_another->ids().empty());
  EXPECT_EQ(refusal(feed.listen({{}, {"Teleport"}}, std::nullopt, of_type)), "service.events_type_unknown");
}

// Until it is registered, a case is its parties' own: everybody sees that there is an entry, not what it says.
TEST(Feed, ACaseThatIsNotRegisteredIsNotTold) {
  House house;
  auto head = testing::plan_head(house.who);
  head.title = "まだ公開されていない案件";
  const auto drafted = testing::take(*house.ledger, house.who.tanaka, house.who.first, project::DraftProject{head});
  const auto entry = house.ledger->last();
  EXPECT_EQ(value_of(unregistered_case(*house.ledger, entry)), drafted.project);
  EXPECT_EQ(refusal(unregistered_case(*house.ledger, SequenceNumber{entry.value + 1})), "service.entry_missing");
  Feed feed(*house.ledger, house.clock, {});
  const auto ear = std::make_shared<Ear>();
  value_of(feed.listen({drafted.project, {}}, SequenceNumber{entry.value - 1}, ear));
  ASSERT_TRUE(soon([&] { return ear->ids().size() == 1; }));
  EXPECT_NE(ear->text().find("\"type\":\"DraftProject\""), std::string::npos) << ear->text();
  EXPECT_EQ(ear->text().find("まだ公開されていない"), std::string::npos) << ear->text();
  EXPECT_EQ(ear->text().find(head.plan.to_hex()), std::string::npos) << ear->text();
  // The house's own project is registered: its entries are whole.
  const auto whole = std::make_shared<Ear>();
  value_of(feed.listen({house.who.project, {"DraftProject"}}, SequenceNumber{0}, whole));
  ASSERT_TRUE(soon([&] { return whole->ids().size() == 1; }));
  EXPECT_NE(whole->text().find(testing::plan_head(house.who).title), std::string::npos) << whole->text();
  EXPECT_EQ(value_of(unregistered_case(*house.ledger, SequenceNumber{std::stoull(whole->ids().front())})), ProjectNumber{});
}

TEST(Feed, OneTextIsSharedByAllAndWhoHasGoneIsForgotten) {
  House house;
  FeedOptions options;
  options.listeners_max = 200;
  Feed feed(*house.ledger, house.clock, {}, options);
  std::vector<std::shared_ptr<Ear>> ears;
  for (int i = 0; i < 100; ++i) {
    ears.push_back(std::make_shared<Ear>());
    value_of(feed.listen({}, std::nullopt, ears.back()));
  }
  EXPECT_EQ(refusal(feed.listen({}, std::nullopt, ears[0])), "service.events_too_many");
  // The public stream has half of the places: everybody's inbox still has the other half.
  std::vector<std::shared_ptr<Ear>> inboxes;
  for (int i = 0; i < 100; ++i) {
    inboxes.push_back(std::make_shared<Ear>());
    value_of(feed.listen_inbox(house.who.tanaka, house.who.first, "", inboxes.back()));
  }
  EXPECT_EQ(refusal(feed.listen_inbox(house.who.tanaka, house.who.first, "", ears[0])), "service.events_too_many");
  const auto start = std::chrono::steady_clock::now();
  value_of(house.ledger->submit(testing::transfer(house.who, 1)));
  ASSERT_TRUE(soon([&] { return std::all_of(ears.begin(), ears.end(), [](const auto& e) { return !e->texts().empty(); }); }));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(1));
  for (const auto& e : ears) EXPECT_EQ(e->texts().front().get(), ears[0]->texts().front().get());
  for (int i = 0; i < 60; ++i) ears[static_cast<std::size_t>(i)]->end();
  EXPECT_TRUE(soon([&] { return feed.listeners() == 140; })) << feed.listeners();
}

TEST(Feed, AnInboxIsToldAtOnceAndWhenItsListChangesAndNotOtherwise) {
  House house;
  const auto& who = house.who;
  FeedOptions options;
  options.inbox_every = std::chrono::milliseconds(5);
  Feed feed(*house.ledger, house.clock, {}, options);
  const auto ear = std::make_shared<Ear>();
  value_of(feed.listen_inbox(who.kato, who.second, "", ear));
  ASSERT_TRUE(soon([&] { return ear->ids().size() == 1; }));
  EXPECT_NE(ear->text().find("event: inbox\ndata: {\"tasks\":0,\"overdue\":0}\n\n"), std::string::npos) << ear->text();
  // Nothing of kato's: no word.
  value_of(house.ledger->submit(testing::transfer(who, 1)));
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  EXPECT_EQ(ear->ids().size(), 1U);
  registry::OfferTransfer offer;
  offer.from = who.first_account;
  offer.to = who.second_account;
  offer.selection.pick = registry::Pick{3, "", {}, {}};
  offer.acceptance = true;
  offer.expires_on = day("2027-06-30");
  take(*house.ledger, who.tanaka, who.first, offer);
  ASSERT_TRUE(soon([&] { return ear->ids().size() == 2; }));
  EXPECT_NE(ear->text().find("data: {\"tasks\":1,\"overdue\":0}"), std::string::npos);
  // Another day: overdue.
  house.clock.set(testing::at("2027-07-01"));
  ASSERT_TRUE(soon([&] { return ear->ids().size() == 3; }));
  EXPECT_NE(ear->text().find("data: {\"tasks\":1,\"overdue\":1}"), std::string::npos);
  // Whoever knows the list already is told nothing.
  const auto knowing = std::make_shared<Ear>();
  value_of(feed.listen_inbox(who.kato, who.second, ear->ids().back(), knowing));
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  EXPECT_TRUE(knowing->ids().empty());
}

}  // namespace
}  // namespace sumi::service
