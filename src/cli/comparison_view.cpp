#include "answer/comparison.hpp"
#include "cli/answer_views.hpp"
#include "cli/wording.hpp"

namespace nucong::cli {
namespace {

std::string as_json(const app::Comparison& comparison) {
  JsonWriter json;
  json.open_object();
  answer::add_comparison(json, comparison);
  return std::move(json.close_object()).take();
}

}  // namespace

Result<> print_comparison(Session& session, const app::Comparison& comparison) {
  if (session.options().format == Format::json) return session.print(as_json(comparison));
  if (session.options().format == Format::csv) return session.print(answer::comparison_rows(comparison));
  const auto& words = session.words();
  View view{{{"period", words.text("column.period")},
             {"rank", words.text("column.rank"), Align::right},
             {"unit", words.text("column.unit")},
             {"name", words.text("column.name"), Align::left, 20},
             {"value", words.text("column.value"), Align::right},
             {"reported", words.text("column.reported"), Align::right}},
            {}};
  const auto style = session.number_style();
  for (const auto& line : comparison.lines) {
    const std::string reported =
        session.number(Decimal{line.units_reported}) + "/" + session.number(Decimal{line.units_expected});
    view.rows.push_back({line.period.str(), view_value(answer::rank_of(line)), line.unit, line.name,
                         told_value(line.value, comparison.value_unit, style),
                         line.units_expected > 0 ? reported : "–"});
  }
  TRY(session.print(words.pick(comparison.title_vi, comparison.title_en) + "\n"));
  return session.print(view);
}

}  // namespace nucong::cli
