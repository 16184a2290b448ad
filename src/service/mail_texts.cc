#include "service/mail_texts.h"

namespace sumi::service {

namespace {

struct Words {
  std::string subject, body, why;
};

std::string day(const MailValues& v) { return v.until ? v.until->to_string() : std::string(); }
std::string moment(const MailValues& v) { return v.until_moment ? v.until_moment->to_japan_string().substr(0, 16) : std::string(); }

std::string list(const MailValues& v, bool ja) {
  std::string out;
  for (const auto& [in_japanese, in_english] : v.lines) out += (ja ? "・" + in_japanese : "- " + in_english) + "\n";
  return out;
}

Words japanese(MailKind kind, const MailValues& v) {
  switch (kind) {
    case MailKind::invitation:
      return {"利用者登録のご案内", "「" + v.about + "」の利用者として招待されました。下のページで、ログイン名とパスワードを決めてください。\nこのリンクは " + moment(v) + " (日本時間)まで、一度だけ使えます。",
              "管理する方がこのアドレスを招待したため"};
    case MailKind::password_reset:
      return {"パスワードの再設定", "下のページで、新しいパスワードを決めてください。\nこのリンクは " + moment(v) + " (日本時間)まで、一度だけ使えます。\nお心当たりがなければ、何もする必要はありません。今のパスワードはそのままです。",
              "このアドレスの利用者について、パスワードの再設定が求められたため"};
    case MailKind::password_changed:
      return {"パスワードが変わりました", "パスワードが変わりました。お心当たりがなければ、すぐに管理者に知らせてください。", "利用者の認証の情報が変わったため"};
    case MailKind::authenticator_replaced:
      if (v.until_moment) {
        return {"認証アプリの再設定", "二人の管理者が、認証アプリの再設定を認めました。下のページで、新しいパスワードを決め、認証アプリを登録し直してください。\nこのリンクは " + moment(v) + " (日本時間)まで、一度だけ使えます。お心当たりがなければ、すぐに管理者に知らせてください。",
                "認証アプリの再設定が認められたため"};
      }
      return {"二つ目の認証が変わりました", "認証アプリの登録が変わりました。お心当たりがなければ、すぐに管理者に知らせてください。", "利用者の認証の情報が変わったため"};
    case MailKind::contact_changed:
      return {"お知らせの宛先が変わりました", "お知らせの宛先が、このアドレスから別のアドレスに変わりました。お心当たりがなければ、すぐに管理者に知らせてください。", "このアドレスが利用者の宛先であったため"};
    case MailKind::new_device:
      return {"初めての機器からのログイン", "初めての機器(" + v.about + ")からログインがありました。お心当たりがなければ、パスワードを変え、下のページでそのログインを終わらせてください。",
              "初めての機器からログインがあったため"};
    case MailKind::waits:
      return {"待っている仕事: " + std::to_string(v.lines.size()) + " 件", "次のことが、あなたの操作を待っています(このお知らせは一日に一度までです)。\n\n" + list(v, true), "あなたの役割に仕事が待っているため"};
    case MailKind::registration_decided:
      return {std::string("プロジェクトの登録: ") + (v.approved ? "登録されました" : "登録されませんでした"),
              "「" + v.about + "」の登録について、認証委員会の決定がありました: " + (v.approved ? "登録" : "登録しない。理由と、次にできること(計画の修正、不服の申立て)は下のページにあります。"),
              "あなたの組織がこのプロジェクトの実施者であるため"};
    case MailKind::certification_decided:
      return {std::string("クレジットの認証: ") + (v.approved ? "認証されました" : "認証されませんでした"),
              "「" + v.about + "」のクレジットの認証について、認証委員会の決定がありました: " + (v.approved ? "認証" : "認証しない。理由と、次にできること(報告書の再提出、不服の申立て)は下のページにあります。"),
              "あなたの組織がこのプロジェクトの実施者であるため"};
    case MailKind::transfer_offered:
      return {"クレジットの移転の申込み", "「" + v.about + "」から、クレジットの移転の申込み(番号 " + v.number + ")があります。" + day(v) + " までに、下のページで受けるか断るかを決めてください。期限を過ぎると、申込みは終わります。",
              "あなたの組織の口座が移転先であるため"};
    case MailKind::retirement_asked:
      return {"無効化の確認", "クレジットの無効化(番号 " + v.number + ")が、二人目の確認を待っています。" + day(v) + " までに、下のページで確かめてください。確定した無効化は戻せません。",
              "あなたの組織の口座が、二人での確認を必要としているため"};
    case MailKind::given_up:
      return {"届かなかったメール", "メール「" + v.about + "」を届けられず、諦めました(" + v.reason + ")。宛先は、このメールには書きません。宛先の方には、別の方法で連絡してください。", "あなたがこの台帳の管理者の連絡先であるため"};
  }
  return {};
}

Words english(MailKind kind, const MailValues& v) {
  switch (kind) {
    case MailKind::invitation:
      return {"Your invitation", "You are invited to act for " + v.about + ". Choose your login and password on the page below.\nThe link works once, until " + moment(v) + " (Japan time).",
              "somebody who manages these people invited this address"};
    case MailKind::password_reset:
      return {"Set a new password", "Choose a new password on the page below.\nThe link works once, until " + moment(v) + " (Japan time).\nIf you did not ask for it, do nothing: your password stays as it is.",
              "a new password was asked for by the user of this address"};
    case MailKind::password_changed: return {"Your password was changed", "Your password was changed. If that was not you, tell the administrator at once.", "what you sign in with has changed"};
    case MailKind::authenticator_replaced:
      if (v.until_moment) {
        return {"Your authenticator is replaced", "Two administrators agreed to replace your authenticator. Choose a new password on the page below, and set up an authenticator again.\nThe link works once, until " + moment(v) + " (Japan time). If you did not ask for it, tell the administrator at once.",
                "the replacement of your authenticator was approved"};
      }
      return {"Your second factor was changed", "Your authenticator was changed. If that was not you, tell the administrator at once.", "what you sign in with has changed"};
    case MailKind::contact_changed:
      return {"Your address was changed", "What you are told goes to another address from now on, and no longer to this one. If that was not you, tell the administrator at once.", "this was the address of a user"};
    case MailKind::new_device:
      return {"A sign-in from a new device", "Somebody signed in from a device that was not known (" + v.about + "). If that was not you, change your password and end that sign-in on the page below.",
              "there was a sign-in from a new device"};
    case MailKind::waits:
      return {"What waits for you: " + std::to_string(v.lines.size()), "The following waits for you (you are told once a day at most).\n\n" + list(v, false), "something waits for your role"};
    case MailKind::registration_decided:
      return {std::string("Registration: ") + (v.approved ? "registered" : "not registered"),
              "The committee has decided on the registration of \"" + v.about + "\": " + (v.approved ? "registered." : "not registered. The page below says why, and what can be done (revise the plan, appeal)."),
              "your organisation is a proponent of this project"};
    case MailKind::certification_decided:
      return {std::string("Certification: ") + (v.approved ? "certified" : "not certified"),
              "The committee has decided on the certification of credits of \"" + v.about + "\": " + (v.approved ? "certified." : "not certified. The page below says why, and what can be done (submit again, appeal)."),
              "your organisation is a proponent of this project"};
    case MailKind::transfer_offered:
      return {"A transfer is offered", "\"" + v.about + "\" offers a transfer of credits (number " + v.number + "). Accept or decline it on the page below by " + day(v) + "; after that day the offer ends.",
              "the transfer is to an account of your organisation"};
    case MailKind::retirement_asked:
      return {"A retirement waits for its confirmation", "A retirement of credits (number " + v.number + ") waits for a second person. See to it on the page below by " + day(v) + ". Once confirmed it cannot be undone.",
              "your organisation's account asks for two persons"};
    case MailKind::given_up:
      return {"A mail that could not be delivered", "The mail \"" + v.about + "\" could not be delivered and was given up (" + v.reason + "). Its address does not stand here. Tell the addressee by another way.",
              "you are the contact of this store's administrator"};
  }
  return {};
}

std::string kind_of(scheme::StoreKind kind, bool ja) {
  switch (kind) {
    case scheme::StoreKind::production: return {};
    case scheme::StoreKind::demo: return ja ? "【デモ】" : "[DEMO] ";
    case scheme::StoreKind::training: return ja ? "【研修】" : "[TRAINING] ";
  }
  return {};
}
std::string kind_sentence(scheme::StoreKind kind, bool ja) {
  switch (kind) {
    case scheme::StoreKind::production: return {};
    case scheme::StoreKind::demo: return ja ? "これはデモの台帳です。実際のクレジットではありません。\n" : "This is a demo store: no credit in it is real.\n";
    case scheme::StoreKind::training: return ja ? "これは研修の台帳です。実際のクレジットではありません。\n" : "This is a training store: no credit in it is real.\n";
  }
  return {};
}

}  // namespace

std::span<const std::pair<std::string_view, MailKind>> enum_names(MailKind) {
  static constexpr std::pair<std::string_view, MailKind> all[] = {{"invitation", MailKind::invitation}, {"password_reset", MailKind::password_reset}, {"password_changed", MailKind::password_changed},
      {"authenticator_replaced", MailKind::authenticator_replaced}, {"new_device", MailKind::new_device}, {"waits", MailKind::waits}, {"registration_decided", MailKind::registration_decided},
      {"certification_decided", MailKind::certification_decided}, {"transfer_offered", MailKind::transfer_offered}, {"retirement_asked", MailKind::retirement_asked}, {"given_up", MailKind::given_up}, {"contact_changed", MailKind::contact_changed}};
  return all;
}

MailText mail_text(MailKind kind, Language language, const MailValues& v) {
  const bool ja = language == Language::ja;
  const Words words = ja ? japanese(kind, v) : english(kind, v);
  MailText out;
  out.subject = kind_of(v.store, ja) + words.subject;
  out.text = words.body + (words.body.ends_with('\n') ? "" : "\n") + (v.link.empty() ? "" : "\n" + v.link + "\n");
  out.text += "\n-- \n" + kind_sentence(v.store, ja);
  out.text += ja ? "このメールは、" + words.why + "、" + v.system + " の J-クレジット台帳 sumi が送りました。返信は届きません。\n"
                 : "Sent by sumi, the J-Credit ledger of " + v.system + ", because " + words.why + ". Replies are not read.\n";
  return out;
}

}  // namespace sumi::service
