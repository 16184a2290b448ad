// Papers that the server makes: their QR codes lead to its own pages.
#pragma once

#include <string>

#include "http/route.h"
#include "report/document.h"
#include "report/render.h"

namespace sumi::http {

// The paper as PDF; its code leads to the page under server.base_url (service::lead_to_page). What stands printed beside it does not change.
[[nodiscard]] Result<std::string> paper_pdf(const Call& call, report::Document document, report::Languages languages);

}  // namespace sumi::http
