// Directives in work and their targets.
#include <algorithm>

#include "answer/scorecard.hpp"
#include "http/answers.hpp"
#include "http/content.hpp"
#include "http/sight.hpp"

namespace nucong::http {
namespace {

std::string issuer_of(const Asked& asked, const target::Directive& directive) {
  return asked.nation().history.unit(directive.issuer).code;
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
    if (!concerns(asked, one.issuer)) continue;
    rows.rows.push_back({one.id, one.number, one.title, issuer_of(asked, one), one.period.str(),
                         format_date(one.adopted), whole(one.targets.size())});
  }
  return listed(asked, "directives", rows);
}

Result<Content> directive(const Asked& asked) {
  const auto id = asked.text("directive");
  const auto& all = *asked.nation().directives;
  const auto one = std::ranges::find(all, id, &target::Directive::id);
  if (one == all.end() || !concerns(asked, one->issuer))
    return fail(ErrorCode::directive_unknown, {{"directive", id}});
  answer::JsonWriter json = begun(asked);
  json.member("id", one->id).member("number", one->number).member("title", one->title);
  json.member("issuer", issuer_of(asked, *one)).member("period", one->period.str());
  json.member("adopted", format_date(one->adopted));
  json.key("targets").open_array();
  for (const auto& target : one->targets) answer::add_target(json, target);
  json.close_array();
  return finished(std::move(json));
}

}  // namespace nucong::http
