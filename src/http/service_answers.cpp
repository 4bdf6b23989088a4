// What those who run the server ask of it.
#include <fmt/format.h>

#include "http/answers.hpp"
#include "http/openapi.hpp"
#include "http/routes.hpp"

namespace nucong::http {

Result<Content> health(const Asked&) {
  return Content{"text/plain; charset=utf-8", "ok\n"};
}

Result<Content> readiness(const Asked& asked) {
  if (auto trouble = asked.around.trouble())
    return fail(ErrorCode::server_not_ready, {{"detail", std::string(dotted(trouble->code()))}});
  return Content{"text/plain; charset=utf-8", "ready\n"};
}

Result<Content> metrics(const Asked& asked) {
  std::string text = asked.around.measures.text();
  const auto gauge = [&](std::string_view name, std::string_view what, std::uint64_t value) {
    text += fmt::format("# HELP {} {}\n# TYPE {} gauge\n{} {}\n", name, what, name, name, value);
  };
  const auto& nation = asked.nation();
  gauge("nucong_sequence", "Number of the last act that answers are given from.", nation.sequence);
  gauge("nucong_units_ever", "Units that there are or were.", nation.history.size());
  gauge("nucong_directives", "Directives in work.", nation.directives->size());
  gauge("nucong_goals", "Goals in force.", nation.goals->size());
  return Content{"text/plain; version=0.0.4; charset=utf-8", std::move(text)};
}

Result<Content> openapi(const Asked& asked) {
  return Content{"application/json; charset=utf-8",
                 openapi_document(routes(), asked.words, asked.around.version)};
}

}  // namespace nucong::http
