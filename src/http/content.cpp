#include "http/content.hpp"

#include <fmt/chrono.h>

namespace nucong::http {

using answer::JsonWriter;

Decimal whole(std::uint64_t count) {
  return Decimal{static_cast<std::int64_t>(count)};
}

std::string instant(app::Instant at) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%S}Z", at);
}

JsonWriter begun(const Asked& asked, const std::function<void(JsonWriter&)>& more) {
  JsonWriter json(answer::JsonLayout::one_line);
  json.open_object().key("meta").open_object();
  json.member("sequence", whole(asked.nation().sequence));
  json.member("today", format_date(asked.present.today)).member("version", asked.around.version);
  if (more) more(json);
  json.close_object();
  return json;
}

Content finished(JsonWriter&& json) {
  json.close_object();
  return {"application/json; charset=utf-8", std::move(json).take()};
}

Content csv(const answer::View& rows, std::string_view name, std::optional<Date> tree) {
  Content content{"text/csv; charset=utf-8; header=present", answer::as_csv(rows)};
  content.fields.push_back({"Content-Disposition", "attachment; filename=\"" + std::string(name) + ".csv\""});
  if (tree) content.fields.push_back({"Nucong-Tree", format_date(*tree)});
  return content;
}

Content listed(const Asked& asked, std::string_view name, const answer::View& rows) {
  if (asked.format == Format::csv) return csv(rows, name);
  JsonWriter json = begun(asked);
  json.key(name);
  answer::add_rows(json, rows);
  return finished(std::move(json));
}

Content counted(const Asked& asked, std::string_view name, std::uint64_t count) {
  JsonWriter json = begun(asked);
  json.member(name, whole(count));
  return finished(std::move(json));
}

}  // namespace nucong::http
