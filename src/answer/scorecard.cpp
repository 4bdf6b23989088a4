#include "answer/scorecard.hpp"

namespace nucong::answer {
namespace {

void add_cell(JsonWriter& json, const app::ScoreCell& cell, const std::string& target) {
  json.open_object().member("target", target);
  json.key("status").value(target::name_of(cell.judgement.status));
  json.member("value", cell.value)
      .member("numerator", cell.numerator)
      .member("denominator", cell.denominator)
      .member("hidden", cell.hidden)
      .member("partial", cell.partial);
  json.member("goal", cell.goal).member("pace", cell.pace).close_object();
}

}  // namespace

void add_target(JsonWriter& json, const target::Target& target) {
  json.open_object().member("id", target.id).member("quote", target.quote);
  json.key("comparator").value(directive::symbol(target.comparator));
  json.member("value", target.value).member("value_max", target.value_max);
  json.key("unit").value(directive::name_of(target.unit));
  json.member("per_unit", target.per_unit).member("due", format_date(target.due));
  json.member("indicator", target.indicator).close_object();
}

void add_scorecard(JsonWriter& json, const app::Scorecard& card, const Period& period) {
  json.member("period", period.str()).member("tree", format_date(card.tree_day));
  json.key("targets").open_array();
  for (const auto& target : card.targets) add_target(json, target);
  json.close_array().key("rows").open_array();
  for (const auto& row : card.rows) {
    json.open_object().member("unit", row.unit).member("name", row.name);
    json.member("units_expected", Decimal{row.units_expected})
        .member("units_reported", Decimal{row.units_reported});
    json.key("cells").open_array();
    for (std::size_t i = 0; i < row.cells.size(); ++i) add_cell(json, row.cells[i], card.targets[i].id);
    json.close_array().close_object();
  }
  json.close_array();
}

View scorecard_rows(const app::Scorecard& card, const Period& period) {
  View view{{{"unit", ""},
             {"name", ""},
             {"period", ""},
             {"target", ""},
             {"status", ""},
             {"value", ""},
             {"numerator", ""},
             {"denominator", ""},
             {"goal", ""},
             {"pace", ""},
             {"units_expected", ""},
             {"units_reported", ""}},
            {}};
  for (const auto& row : card.rows)
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const auto& cell = row.cells[i];
      view.rows.push_back({row.unit, row.name, period.str(), card.targets[i].id,
                           std::string(target::name_of(cell.judgement.status)), view_value(cell.value),
                           view_value(cell.numerator), view_value(cell.denominator), view_value(cell.goal),
                           view_value(cell.pace), Decimal{row.units_expected}, Decimal{row.units_reported}});
    }
  return view;
}

}  // namespace nucong::answer
