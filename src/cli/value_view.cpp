#include <algorithm>

#include "answer/value.hpp"
#include "cli/answer_views.hpp"
#include "cli/wording.hpp"

namespace nucong::cli {
namespace {

Decimal whole(std::size_t count) {
  return Decimal{static_cast<std::int64_t>(count)};
}

std::string as_json(const app::ValueAnswer& answer, bool why) {
  JsonWriter json;
  json.open_object();
  answer::add_value(json, answer);
  if (why) answer::add_sources(json, answer.sources);
  return std::move(json.close_object()).take();
}

View sources_view(Session& session, std::vector<app::Source> sources, std::size_t limit) {
  const auto& words = session.words();
  View view{{{"unit", words.text("column.unit")},
             {"name", words.text("column.name"), Align::left, 20},
             {"value", words.text("column.value"), Align::right},
             {"at", words.text("column.counts_at")},
             {"line", words.text("column.line")},
             {"periods", words.text("column.periods")}},
            {}};
  if (limit < sources.size()) {
    std::ranges::stable_sort(sources, std::ranges::greater{}, &app::Source::value);
    sources.resize(limit);
  }
  for (const auto& source : sources) {
    std::string periods;
    for (const auto& period : source.periods) periods += (periods.empty() ? "" : " ") + period;
    view.rows.push_back({source.unit, source.name, source.value, source.at,
                         words.text("line." + std::string(unit::name_of(source.line))), periods});
  }
  return view;
}

Result<> print_csv(Session& session, const app::ValueAnswer& answer, bool why) {
  if (why) return session.print(sources_view(session, answer.sources, answer.sources.size()));
  return session.print(answer::value_rows(answer));
}

}  // namespace

Result<> print_value(Session& session, const app::ValueAnswer& answer, bool why, std::size_t limit) {
  if (session.options().format == Format::json) return session.print(as_json(answer, why));
  if (session.options().format == Format::csv) return print_csv(session, answer, why);
  const auto& words = session.words();
  const auto style = session.number_style();
  TRY(session.say("value.answer", {{"unit", answer.unit_name},
                                   {"title", words.pick(answer.title_vi, answer.title_en)},
                                   {"period", answer.period.str()},
                                   {"tree", format_date_vi(answer.tree_day)},
                                   {"value", told_value(answer.value, answer.value_unit, style)}}));
  if (answer.denominator && answer.denominator != Decimal{1}) {
    TRY(session.say("value.ratio", {{"numerator", session.number(answer.numerator)},
                                    {"denominator", session.number(answer.denominator)}}));
  }
  if (answer.units_expected > 0) {
    TRY(session.say("value.reported", {{"reported", session.number(whole(answer.units_reported))},
                                       {"expected", session.number(whole(answer.units_expected))}}));
  }
  if (!answer.not_own.is_zero()) {
    TRY(session.say("value.not_own", {{"value", session.number(answer.not_own)}}));
  }
  if (!why) return ok();
  if (!answer.elements.empty()) {
    std::string elements;
    for (const auto& code : answer.elements) elements += (elements.empty() ? "" : ", ") + code;
    return session.say("value.why_elements", {{"elements", elements}});
  }
  TRY(session.print("\n"));
  TRY(session.print(sources_view(session, answer.sources, limit)));
  if (answer.sources.size() > limit) {
    TRY(session.say("value.more", {{"count", session.number(whole(answer.sources.size() - limit))}}));
  }
  return ok();
}

}  // namespace nucong::cli
