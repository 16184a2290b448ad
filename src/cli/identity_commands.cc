#include "cli/identity_commands.h"

#include <algorithm>

#include "cli/errors.h"
#include "service/identity.h"
#include "service/identity_demo.h"
#include "service/totp.h"

namespace sumi::cli {
namespace {

// Of a store that was copied without the file: the store itself says it, as long as nobody else has it open.
Result<std::string> code_of_store(const Context& context, const std::string& login, const service::Clock& clock) {
  SUMI_TRY(const auto ledger, context.open());
  service::IdentityOptions options;
  options.writes_behind = false;
  SUMI_TRY(const auto identity, service::Identity::open(*ledger, clock, options));
  return identity->demo_code(login);
}

Result<std::string> code_of(const Context& context, const std::string& login, const service::Clock& clock) {
  SUMI_TRY(const auto logins, service::demo_logins(context.store));
  const auto found = std::find_if(logins.begin(), logins.end(), [&](const auto& l) { return l.login == login; });
  if (found == logins.end() || found->secret.empty()) return code_of_store(context, login, clock);
  const auto secret = service::from_base32(found->secret);
  if (!secret) return code_of_store(context, login, clock);
  return service::one_time_code(*secret, service::totp_step(clock.now()));
}

}  // namespace

int run_demo_code(const Context& context, const std::string& login) {
  return guarded(context, [&]() -> Result<void> {
    if (context.store.empty()) return fail(errors::store_not_named);
    const auto& clock = service::system_clock();
    SUMI_TRY(const auto code, code_of(context, login, clock));
    const auto left = (service::totp_step_ms - clock.now().ms % service::totp_step_ms + 999) / 1000;
    if (context.json) {
      Tree t = Tree::make_table();
      t.add("login", Tree::make_string(login));
      t.add("code", Tree::make_string(code));
      t.add("seconds_left", Tree::make_string(std::to_string(left)));
      print_json(t);
    } else {
      print(code + "\n");
    }
    return {};
  });
}

int run_identity_replace(const Context& context, const std::string& login) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto ledger, context.open());
    service::IdentityOptions options;
    options.writes_behind = false;
    SUMI_TRY(const auto identity, service::Identity::open(*ledger, service::system_clock(), options));
    SUMI_TRY(const auto person, ledger->people().person(login));
    SUMI_TRY(const bool possible, identity->four_eyes_possible(person.id));
    if (possible) return fail(errors::four_eyes_possible, {{"login", login}});
    SUMI_TRY(const auto code, identity->replace_authenticator_at_terminal(person.id));
    if (context.json) {
      Tree t = Tree::make_table();
      t.add("login", Tree::make_string(login));
      t.add("code", Tree::make_string(code));
      print_json(t);
    } else {
      if (code.empty()) print(context.say("サーバーを起動すると、管理者の初回コードが示されます。\n", "The server prints the administrator's first code when it is started.\n"));
      else print(code + "\n" + context.say("この初回コードは一度だけ、24時間使えます。サーバーを起動し、/reset/" + code + " で新しいパスワードを決め、認証アプリを登録し直します。\n",
                             "This code serves once, for a day: start the server, set a new password at /reset/" + code + ", and set up the authenticator again.\n"));
    }
    return {};
  });
}

int run_demo_logins(const Context& context) {
  return guarded(context, [&]() -> Result<void> {
    if (context.store.empty()) return fail(errors::store_not_named);
    SUMI_TRY(const auto logins, service::demo_logins(context.store));
    wire::TextTable table({context.say("利用者名", "login"), context.say("パスワード", "password"), context.say("確認コード", "second factor")});
    Tree list = Tree::make_array();
    for (const auto& l : logins) {
      table.add({l.login, l.password, l.secret.empty() ? context.say("なし", "none") : "sumi demo code " + l.login});
      Tree t = Tree::make_table();
      t.add("login", Tree::make_string(l.login));
      t.add("password", Tree::make_string(l.password));
      list.items.push_back(std::move(t));
    }
    if (context.json) print_json(list);
    else print(table.to_string());
    return {};
  });
}

}  // namespace sumi::cli
