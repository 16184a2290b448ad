#include "http/paper.h"

#include "service/config.h"
#include "service/papers.h"

namespace sumi::http {

Result<std::string> paper_pdf(const Call& call, report::Document document, report::Languages languages) {
  if (call.office.config != nullptr) service::lead_to_page(document, service::base_url_of(*call.office.config));
  return report::to_pdf(document, languages);
}

report::Languages languages_of(const Call& call, std::string_view asked) {
  if (asked == "both") return report::Languages::both;
  return call.language == Language::ja ? report::Languages::ja : report::Languages::en;
}

Result<FileAnswer> pdf_answer(const Call& call, const report::Document& document, const std::string& name, std::string_view language) {
  SUMI_TRY(auto bytes, paper_pdf(call, document, languages_of(call, language)));
  return FileAnswer{std::move(bytes), "application/pdf", name + ".pdf"};
}

}  // namespace sumi::http
