#include "answer/value.hpp"

namespace nucong::answer {

void add_value(JsonWriter& json, const app::ValueAnswer& answer) {
  json.member("unit", answer.unit).member("name", answer.unit_name).member("element", answer.element);
  json.member("period", answer.period.str()).member("tree", format_date(answer.tree_day));
  json.member("value", answer.value)
      .member("numerator", answer.numerator)
      .member("denominator", answer.denominator)
      .member("hidden", answer.hidden);
  json.key("value_unit").value(indicator::name_of(answer.value_unit));
  json.member("not_own", answer.not_own);
  json.member("units_expected", Decimal{answer.units_expected})
      .member("units_reported", Decimal{answer.units_reported});
}

void add_sources(JsonWriter& json, std::span<const app::Source> sources) {
  json.key("sources").open_array();
  for (const auto& source : sources) {
    json.open_object().member("unit", source.unit).member("name", source.name).member("at", source.at);
    json.key("line").value(unit::name_of(source.line));
    json.member("value", source.value).key("periods").open_array();
    for (const auto& period : source.periods) json.value(period);
    json.close_array().close_object();
  }
  json.close_array();
}

View value_rows(const app::ValueAnswer& answer) {
  return {{{"unit", ""},
           {"element", ""},
           {"period", ""},
           {"tree", ""},
           {"value", ""},
           {"numerator", ""},
           {"denominator", ""},
           {"units_expected", ""},
           {"units_reported", ""}},
          {{answer.unit, answer.element, answer.period.str(), format_date(answer.tree_day),
            view_value(answer.value), view_value(answer.numerator), view_value(answer.denominator),
            Decimal{answer.units_expected}, Decimal{answer.units_reported}}}};
}

}  // namespace nucong::answer
