#include "http/list_route.h"

#include "http/text.h"

namespace sumi::http {

Result<Response> list_answer(const wire::ListFile& list, const ListName& name, const std::string& format, Language language) {
  Response response;
  if (format == "csv") {
    response.content_type = "text/csv; charset=utf-8";
    response.body = wire::list_csv(list);
  } else if (format == "xlsx") {
    response.content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    response.body = wire::list_xlsx(list);
  } else {
    return fail(errors::query_syntax, {{"text", "format=" + percent_encoded(format.substr(0, 40)) + ": json, csv, xlsx"}});
  }
  // RFC 6266: the name in UTF-8, percent-encoded.
  const std::string file = std::string(language == Language::ja ? name.ja : name.en) + "." + format;
  response.headers.emplace_back("Content-Disposition", "attachment; filename*=UTF-8''" + percent_encoded(file));
  return response;
}

}  // namespace sumi::http
