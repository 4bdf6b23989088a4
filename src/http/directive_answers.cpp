// Directives in work and their targets.
#include "answer/scorecard.hpp"
#include "app/find_directive.hpp"
#include "http/answers.hpp"
#include "http/content.hpp"
#include "http/sight.hpp"

namespace nucong::http {
namespace {

std::string issuer_of(const Asked& asked, const target::Directive& directive) {
  return asked.nation().history.unit(directive.issuer).code;
}

void add_recipients(answer::JsonWriter& json, const Asked& asked, const target::Directive& directive) {
  json.key("recipients").open_array();
  for (const Slot slot : directive.recipients) {
    const auto& unit = asked.nation().history.unit(slot);
    json.open_object().member("unit", unit.code).member("name", unit.phase_on(directive.adopted).name);
    json.close_object();
  }
  json.close_array();
}

}  // namespace

Result<Content> directives(const Asked& asked) {
  answer::View rows{{{"id", ""},
                     {"number", ""},
                     {"title", ""},
                     {"issuer", ""},
                     {"period", ""},
                     {"adopted", ""},
                     {"targets", ""}},
                    {}};
  for (const auto& one : *asked.nation().directives) {
    if (!concerns(asked, one)) continue;
    rows.rows.push_back({one.id, one.number, one.title, issuer_of(asked, one), one.period.str(),
                         format_date(one.adopted), whole(one.targets.size())});
  }
  return listed(asked, "directives", rows);
}

Result<Content> directive(const Asked& asked) {
  const auto id = asked.text("directive");
  TRY(const auto* one, app::find_directive(*asked.nation().directives, id));
  if (!concerns(asked, *one)) return fail(ErrorCode::directive_unknown, {{"directive", id}});
  answer::JsonWriter json = begun(asked);
  json.member("id", one->id).member("number", one->number).member("title", one->title);
  json.member("issuer", issuer_of(asked, *one)).member("period", one->period.str());
  json.member("adopted", format_date(one->adopted));
  add_recipients(json, asked, *one);
  json.key("targets").open_array();
  for (const auto& target : one->targets) answer::add_target(json, target);
  json.close_array();
  return finished(std::move(json));
}

}  // namespace nucong::http
