// Papers that the server makes: their QR codes lead to its own pages.
#pragma once

#include <string>

#include "http/route.h"
#include "report/document.h"
#include "report/render.h"

namespace sumi::http {

// The paper as PDF; its code leads to the page under server.base_url (service::lead_to_page). What stands printed beside it does not change.
[[nodiscard]] Result<std::string> paper_pdf(const Call& call, report::Document document, report::Languages languages);

// Both where "both" is asked; else the language of the request.
[[nodiscard]] report::Languages languages_of(const Call& call, std::string_view asked = {});
// The same as the answer of a route, saved as NAME.pdf, in the language of the request unless said otherwise.
[[nodiscard]] Result<FileAnswer> pdf_answer(const Call& call, const report::Document& document, const std::string& name, std::string_view language = {});

}  // namespace sumi::http
