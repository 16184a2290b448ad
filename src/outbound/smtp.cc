#include "outbound/smtp.h"

#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <mutex>

#include "outbound/errors.h"

namespace sumi::outbound {

namespace {

// What libcurl sends next.
struct Source {
  std::string_view rest;
};
std::size_t give(char* to, std::size_t size, std::size_t count, void* user) {
  auto& source = *static_cast<Source*>(user);
  const std::size_t n = std::min(size * count, source.rest.size());
  std::memcpy(to, source.rest.data(), n);
  source.rest.remove_prefix(n);
  return n;
}
// The last command that went out ("MAIL", "RCPT", "DATA"): a reply is judged by what it replies to.
int watch(CURL*, curl_infotype type, char* data, std::size_t size, void* user) {
  auto& command = *static_cast<std::string*>(user);
  const std::string word(data, type == CURLINFO_HEADER_OUT ? std::min<std::size_t>(size, 4) : 0);
  if (!word.empty() && word != "QUIT") command = word;  // which libcurl says when all is over, whatever went wrong
  return 0;
}

// Asked by libcurl once a second at least, and with every byte that moves.
int go_on(void* stop, curl_off_t, curl_off_t, curl_off_t, curl_off_t) { return static_cast<const std::atomic<bool>*>(stop)->load() ? 1 : 0; }

bool host_ok(std::string_view host) {
  return !host.empty() && host.size() <= 253 && std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':';
  });
}

std::string url_of(const MailServer& server, const Message& message) {
  const bool v6 = server.host.find(':') != std::string::npos;
  // The path is the name that EHLO gives: the sender's domain, not this machine's own name.
  return std::string(server.security == Security::tls ? "smtps" : "smtp") + "://" + (v6 ? "[" + server.host + "]" : server.host) + ":" + std::to_string(server.port) + "/" +
         message.from.substr(message.from.find('@') + 1);
}

Error judge(CURLcode code, long reply, const std::string& command, const std::string& reason, const std::string& host) {
  switch (code) {
    case CURLE_LOGIN_DENIED: return make_error(errors::mail_sign_in, {{"host", host}});
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE: return make_error(errors::mail_certificate, {{"host", host}, {"reason", reason}});
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CONNECT_ERROR: return make_error(errors::mail_no_encryption, {{"host", host}, {"reason", reason}});
    default: break;
  }
  const ErrorArgs args{{"host", host}, {"code", std::to_string(reply)}};
  if (reply >= 400 && reply < 500) return make_error(errors::mail_deferred, args);
  // Only an answer to the message itself is about the message; 530 asks for a sign-in (RFC 4954), and a 5xx before MAIL is about the server.
  const bool about_message = command == "MAIL" || command == "RCPT" || command == "DATA";
  if (reply == 530 || reply == 535) return make_error(errors::mail_sign_in, {{"host", host}});
  if (reply >= 500 && about_message) return make_error(errors::mail_refused, args);
  if (reply >= 500) return make_error(errors::mail_deferred, args);
  return make_error(errors::mail_unreachable, {{"host", host}, {"reason", reason}});
}

void set_up(CURL* curl, const MailServer& server, const Message& message, std::string& command, char* reason) {
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, reason);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_PROXY, "");  // none out of the environment: nobody is asked but the server that was named
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(curl, CURLOPT_URL, url_of(server, message).c_str());
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, static_cast<long>(server.connect_timeout.count()));
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(server.timeout.count()));
  curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
  curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, watch);
  curl_easy_setopt(curl, CURLOPT_DEBUGDATA, &command);
  if (server.security != Security::none) curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (!server.authority.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, server.authority.c_str());
  if (!server.user.empty()) {
    curl_easy_setopt(curl, CURLOPT_USERNAME, server.user.c_str());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, server.password.c_str());
  }
}

}  // namespace

bool is_loopback(std::string_view host) {
  if (host == "localhost" || host == "::1") return true;
  // A name may begin with "127." too, so every character is looked at.
  return host.starts_with("127.") && std::all_of(host.begin(), host.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

bool is_permanent(const Error& error) { return error.def == &errors::mail_refused || error.def->kind == ErrorKind::bad_input || error.def == &errors::mail_unencrypted; }

Result<void> send_mail(const MailServer& server, const Message& message, const std::atomic<bool>* stop) {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  SUMI_TRY(const std::string bytes, render_message(message));
  if (!host_ok(server.host)) return fail(errors::mail_host, {{"host", server.host.substr(0, 64)}});
  if (server.security == Security::none && !is_loopback(server.host)) return fail(errors::mail_unencrypted, {{"host", server.host}});

  const std::unique_ptr<CURL, void (*)(CURL*)> curl(curl_easy_init(), curl_easy_cleanup);
  std::string command;
  char reason[CURL_ERROR_SIZE] = "";
  if (curl == nullptr) return fail(errors::mail_unreachable, {{"host", server.host}, {"reason", "libcurl"}});
  set_up(curl.get(), server, message, command, reason);
  Source source{bytes};
  const std::unique_ptr<curl_slist, void (*)(curl_slist*)> to(curl_slist_append(nullptr, ("<" + message.to + ">").c_str()), curl_slist_free_all);
  curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, ("<" + message.from + ">").c_str());
  curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, to.get());
  curl_easy_setopt(curl.get(), CURLOPT_READFUNCTION, give);
  curl_easy_setopt(curl.get(), CURLOPT_READDATA, &source);
  curl_easy_setopt(curl.get(), CURLOPT_UPLOAD, 1L);
  if (stop != nullptr) {
    curl_easy_setopt(curl.get(), CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl.get(), CURLOPT_XFERINFOFUNCTION, go_on);
    curl_easy_setopt(curl.get(), CURLOPT_XFERINFODATA, stop);
  }
  const CURLcode code = curl_easy_perform(curl.get());
  if (code == CURLE_OK) return {};
  long reply = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &reply);
  return fail(judge(code, reply, command, reason[0] != '\0' ? reason : curl_easy_strerror(code), server.host));
}

}  // namespace sumi::outbound
