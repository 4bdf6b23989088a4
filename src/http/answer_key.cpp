#include "http/answer_key.hpp"

#include <fmt/format.h>

#include "http/fingerprint.hpp"

namespace nucong::http {
namespace {

std::string offices_of(const app::Credentials* asker, Date today) {
  if (asker == nullptr) return "-";
  if (asker->asker.means == app::Means::console) return "*";
  std::string offices;
  for (const auto& office : asker->offices)
    if (office.in_force(today))
      offices += fmt::format("{}@{},", account::name_of(office.role), office.unit.value);
  return offices;
}

}  // namespace

AnswerKey key_of(const AnswerGround& ground) {
  AnswerKey made;
  made.key = fmt::format("{} {} {} {} {} {}", ground.sequence, format_date(ground.today),
                         ground.language == app::Language::vi ? "vi" : "en",
                         ground.format == Format::csv ? "csv" : "json",
                         offices_of(ground.asker, ground.today), ground.question);
  made.etag = fmt::format("\"{}-{:016x}\"", ground.sequence,
                          fingerprint(std::string(ground.version) + " " + made.key));
  return made;
}

}  // namespace nucong::http
