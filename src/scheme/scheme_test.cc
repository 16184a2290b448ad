// What a scenario cannot say: values that have no word, and families with more than one line.
#include "scheme/scheme.h"

#include <gtest/gtest.h>

#include "base/errors.h"
#include "project/names.h"
#include "project/words.h"
#include "registry/errors.h"
#include "registry/words.h"
#include "scheme/names.h"
#include "scheme/words.h"

namespace sumi::scheme {
namespace {

PersonId person(std::uint8_t n) {
  PersonId id;
  id.bytes[0] = n;
  return id;
}

// A store of no known kind could not say in its receipts what it is.
TEST(Opening, a_store_is_of_a_known_kind) {
  OpenStore open;
  open.operator_name = "試験登録簿";
  Act a;
  a.time = {1'775'000'000'000};
  a.business_date = a.time.date_in_japan();
  a.actor = person(1);
  for (const int kind : {0, 4, 77}) {
    open.kind = static_cast<StoreKind>(kind);
    const auto outcome = State().decide(open, a, {});
    ASSERT_FALSE(outcome) << kind;
    EXPECT_EQ(outcome.error().def, &errors::store_kind_unknown) << kind;
  }
  open.kind = StoreKind::training;
  EXPECT_TRUE(State().decide(open, a, {}));
}

class SchemeTest : public testing::Test {
 protected:
  SchemeTest() {
    OpenStore open;
    open.store.bytes[0] = 1;
    open.operator_name = "試験登録簿";
    take(open);
  }
  Act act(PersonId actor, OrganisationNumber organisation) const {
    Act a;
    a.time = {1'775'000'000'000};
    a.business_date = a.time.date_in_japan();
    a.actor = actor;
    a.on_behalf_of = organisation;
    return a;
  }
  const ErrorDef* refusal(const AnyCommand& command, PersonId actor = person(1), OrganisationNumber organisation = {}) const {
    const auto outcome = state_.decide(command, act(actor, organisation), {});
    return outcome ? nullptr : outcome.error().def;
  }
  void take(const AnyCommand& command) {
    const auto a = act(person(1), {});
    const auto outcome = state_.decide(command, a, {});
    ASSERT_TRUE(outcome) << name_of(command);
    state_.apply(command, *outcome, a);
  }
  OrganisationNumber organisation(const std::string& name, OrganisationNumber parent = {}, OrganisationNumber predecessor = {}) {
    take(RegisterOrganisation{"", name, "", parent, predecessor});
    return state_.meta().last_organisation;
  }
  State state_;
};

TEST_F(SchemeTest, AFamilyHasParentsAndPredecessors) {
  const auto buyer = organisation("買収会社");
  const auto seller = organisation("売却会社");
  const auto old_name = organisation("旧会社", seller);
  const auto both = organisation("新会社", buyer, old_name);
  const auto sister = organisation("姉妹会社", buyer);
  const auto stranger = organisation("他人");
  const std::pair<OrganisationNumber, OrganisationNumber> one[] = {{both, buyer}, {both, old_name}, {both, seller}, {both, sister}, {both, both}};
  for (const auto& [a, b] : one) {
    EXPECT_TRUE(state_.related(a, b)) << a.value << ' ' << b.value;
    EXPECT_TRUE(state_.related(b, a)) << a.value << ' ' << b.value;
  }
  // Having had the same daughter makes no family.
  EXPECT_FALSE(state_.related(buyer, seller));
  EXPECT_FALSE(state_.related(sister, old_name));
  EXPECT_FALSE(state_.related(stranger, both));
}

TEST_F(SchemeTest, ARoleIsOneOfTheList) {
  const auto o = organisation("試験会社");
  EXPECT_EQ(refusal(Grant{person(2), o, static_cast<Role>(77)}), &errors::role_unknown);
  EXPECT_EQ(refusal(Grant{person(2), o, static_cast<Role>(0)}), &errors::role_unknown);
  EXPECT_EQ(refusal(Grant{{}, o, static_cast<Role>(0)}), &errors::role_unknown);
  EXPECT_EQ(refusal(Grant{{}, o, Role::verifier}), &errors::person_missing);
  EXPECT_EQ(refusal(Grant{person(2), o, Role::verifier}), nullptr);
}

TEST_F(SchemeTest, OnlyAnAdministratorActsForTheStoreItself) {
  for (const auto role : {Role::secretariat, Role::committee, Role::verifier, Role::proponent, Role::account_manager, Role::approver, Role::auditor, Role::ministry}) {
    EXPECT_EQ(refusal(Grant{person(2), {}, role}), &errors::organisation_unknown) << static_cast<int>(role);
  }
  EXPECT_EQ(refusal(Grant{person(2), {}, Role::administrator}), nullptr);
}

TEST_F(SchemeTest, TheSecretariatAppointsNobodyAboveIt) {
  const auto s = organisation("制度事務局");
  const auto m = organisation("経済産業省");
  take(Grant{person(2), s, Role::secretariat});
  EXPECT_EQ(refusal(Grant{person(2), m, Role::committee}, person(2), s), nullptr);
  EXPECT_EQ(refusal(Grant{person(2), m, Role::ministry}, person(2), s), &errors::role_missing);
  EXPECT_EQ(refusal(Grant{person(2), s, Role::administrator}, person(2), s), &errors::role_missing);
  EXPECT_EQ(refusal(Revoke{person(1), {}, Role::administrator}, person(2), s), &errors::role_missing);
  EXPECT_EQ(refusal(Grant{person(3), m, Role::ministry}), nullptr);
}

// A person is told which roles it takes in words that they know: the list of the command is RegisterOrganisation's, the words those of commands.h's comments.
TEST_F(SchemeTest, ARefusalNamesTheRoleInWords) {
  const auto o = organisation("試験会社");
  const auto told = [&](const AnyCommand& command) {
    const auto outcome = state_.decide(command, act(person(9), o), {});
    return outcome ? std::string() : sentence(outcome.error(), Language::ja) + " " + sentence(outcome.error(), Language::en);
  };
  EXPECT_EQ(told(RegisterOrganisation{"", "x", "", {}, {}}), "この操作には 制度事務局 の権限が必要です。 this act needs the role secretariat");
  EXPECT_EQ(told(registry::RequestAccount{}), "この操作には 口座担当者 / 制度事務局 の権限が必要です。 this act needs the role account manager / secretariat");
  take(Grant{person(2), o, Role::secretariat});
  const auto refused = state_.decide(Grant{person(3), o, Role::administrator}, act(person(2), o), {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(sentence(refused.error(), Language::ja), "この操作には 管理者 の権限が必要です。");
}

template <class E> void expect_words_at_their_numbers() {
  for (const auto& [key, value] : enum_names(E{})) {
    EXPECT_EQ(words_of(value).key, key);
    EXPECT_NE(words_of(value).ja, "…") << key;
  }
  EXPECT_EQ(words_of(static_cast<E>(200)).ja, "…");
}
TEST(Words, EachStandsAtTheNumberOfItsKey) {
  expect_words_at_their_numbers<Role>();
  expect_words_at_their_numbers<registry::UnitKind>();
  expect_words_at_their_numbers<registry::AccountKind>();
  expect_words_at_their_numbers<registry::AccountStatus>();
  expect_words_at_their_numbers<registry::EndUse>();
  expect_words_at_their_numbers<registry::RetirementStatus>();
  expect_words_at_their_numbers<registry::OfferStatus>();
  expect_words_at_their_numbers<registry::ReturnStatus>();
  expect_words_at_their_numbers<project::SamplePurpose>();
  expect_words_at_their_numbers<project::MemberChangeKind>();
  expect_words_at_their_numbers<project::DocketKind>();
  expect_words_at_their_numbers<project::ChangeKind>();
}

TEST_F(SchemeTest, ALabelHasAKind) {
  registry::SetLabel label;
  label.ranges.push_back({{1}, 1, 2});
  for (const int kind : {0, 4, 77}) {
    label.kind = static_cast<registry::LabelKind>(kind);
    EXPECT_EQ(refusal(label), &registry::errors::label_kind_unknown) << kind;
  }
  label.kind = registry::LabelKind::eligible;
  EXPECT_EQ(refusal(label), &registry::errors::batch_unknown);
}

TEST_F(SchemeTest, ASuccessionHasAKind) {
  RecordSuccession succession;
  succession.organisation = organisation("承継される会社");
  succession.successor = organisation("承継する会社");
  succession.document.bytes[0] = 1;
  for (const int kind : {0, 4, 77}) {
    succession.kind = static_cast<SuccessionKind>(kind);
    EXPECT_EQ(refusal(succession), &errors::succession_kind_unknown) << kind;
  }
  succession.kind = SuccessionKind::merger;
  EXPECT_EQ(refusal(succession), nullptr);
}

}  // namespace
}  // namespace sumi::scheme
