#include "cli/answer_views.hpp"
#include "cli/json_writer.hpp"
#include "cli/wording.hpp"

namespace nucong::cli {
namespace {

std::optional<Decimal> rank_of(const app::ComparedValue& line) {
  return line.rank > 0 ? std::optional(Decimal{line.rank}) : std::nullopt;
}

std::string as_json(const app::Comparison& comparison) {
  JsonWriter json;
  json.open_object().key("value_unit").value(indicator::name_of(comparison.value_unit));
  json.key("lines").open_array();
  for (const auto& line : comparison.lines) {
    json.open_object().member("period", line.period.str()).member("tree", format_date(line.tree_day));
    json.member("rank", rank_of(line));
    json.member("unit", line.unit).member("name", line.name);
    json.member("value", line.value)
        .member("numerator", line.numerator)
        .member("denominator", line.denominator);
    json.member("units_expected", Decimal{line.units_expected})
        .member("units_reported", Decimal{line.units_reported});
    json.close_object();
  }
  return std::move(json.close_array().close_object()).take();
}

View as_long(const app::Comparison& comparison) {
  View view{{{"period", ""},
             {"tree", ""},
             {"rank", ""},
             {"unit", ""},
             {"name", ""},
             {"value", ""},
             {"numerator", ""},
             {"denominator", ""},
             {"units_expected", ""},
             {"units_reported", ""}},
            {}};
  for (const auto& line : comparison.lines)
    view.rows.push_back({line.period.str(), format_date(line.tree_day), view_value(rank_of(line)), line.unit,
                         line.name, view_value(line.value), view_value(line.numerator),
                         view_value(line.denominator), Decimal{line.units_expected},
                         Decimal{line.units_reported}});
  return view;
}

}  // namespace

Result<> print_comparison(Session& session, const app::Comparison& comparison) {
  if (session.options().format == Format::json) return session.print(as_json(comparison));
  if (session.options().format == Format::csv) return session.print(as_long(comparison));
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
    view.rows.push_back({line.period.str(), view_value(rank_of(line)), line.unit, line.name,
                         told_value(line.value, comparison.value_unit, style),
                         line.units_expected > 0 ? reported : "–"});
  }
  TRY(session.print(words.pick(comparison.title_vi, comparison.title_en) + "\n"));
  return session.print(view);
}

}  // namespace nucong::cli
