#include "answer/comparison.hpp"

namespace nucong::answer {

std::optional<Decimal> rank_of(const app::ComparedValue& line) {
  return line.rank > 0 ? std::optional(Decimal{line.rank}) : std::nullopt;
}

void add_comparison(JsonWriter& json, const app::Comparison& comparison) {
  json.key("value_unit").value(indicator::name_of(comparison.value_unit));
  json.key("lines").open_array();
  for (const auto& line : comparison.lines) {
    json.open_object().member("period", line.period.str()).member("tree", format_date(line.tree_day));
    json.member("rank", rank_of(line));
    json.member("unit", line.unit).member("name", line.name);
    json.member("value", line.value)
        .member("numerator", line.numerator)
        .member("denominator", line.denominator)
        .member("hidden", line.hidden);
    json.member("units_expected", Decimal{line.units_expected})
        .member("units_reported", Decimal{line.units_reported});
    json.close_object();
  }
  json.close_array();
}

View comparison_rows(const app::Comparison& comparison) {
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

}  // namespace nucong::answer
