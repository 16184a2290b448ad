#include "http/paper.h"

#include "service/config.h"
#include "service/papers.h"

namespace sumi::http {

Result<std::string> paper_pdf(const Call& call, report::Document document, report::Languages languages) {
  if (call.office.config != nullptr) service::lead_to_page(document, service::base_url_of(*call.office.config));
  return report::to_pdf(document, languages);
}

}  // namespace sumi::http
