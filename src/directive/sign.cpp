#include "directive/sign.hpp"

namespace nucong::directive {
namespace {

struct Entry {
  Sign sign;
  int weight;
  std::string_view name;
};

constexpr int strong = 3;
constexpr int fair = 2;
constexpr int slight = 1;
constexpr int report = -4;

constexpr std::array<Entry, sign_count> table{{
    {Sign::heading_of_aims, strong, "heading_of_aims"},
    {Sign::heading_of_tasks, slight, "heading_of_tasks"},
    {Sign::heading_of_results, -fair, "heading_of_results"},
    {Sign::heading_of_rules, -5, "heading_of_rules"},
    {Sign::table_of_aims, 2 * strong, "table_of_aims"},
    {Sign::word_of_aim, strong, "word_of_aim"},
    {Sign::list_of_aims, strong, "list_of_aims"},
    {Sign::duty, fair, "duty"},
    {Sign::definite_plan, strong, "definite_plan"},
    {Sign::purpose, slight, "purpose"},
    {Sign::word_of_task, slight, "word_of_task"},
    {Sign::year_ahead, fair, "year_ahead"},
    {Sign::year_past, -5, "year_past"},
    {Sign::result, report, "result"},
    {Sign::result_before, -fair, "result_before"},
    {Sign::present_state, -strong, "present_state"},
    {Sign::account, report, "account"},
    {Sign::rule, report, "rule"},
    {Sign::pay, report, "pay"},
    {Sign::floor, slight, "floor"},
    {Sign::floor_of_change, fair, "floor_of_change"},
    {Sign::floor_for_each, fair, "floor_for_each"},
    {Sign::act_of_each, slight, "act_of_each"},
    {Sign::every_year, slight, "every_year"},
    {Sign::act_first, slight, "act_first"},
    {Sign::event_of_task, slight, "event_of_task"},
    {Sign::figure_first, slight, "figure_first"},
    {Sign::all_of_them, slight, "all_of_them"},
    {Sign::after_aims, fair, "after_aims"},
    {Sign::aims_above, slight, "aims_above"},
    {Sign::goes_on, slight, "goes_on"},
    {Sign::level_after_aims, slight, "level_after_aims"},
    {Sign::after_results, -fair, "after_results"},
    {Sign::duty_after, fair, "duty_after"},
    {Sign::account_after, report, "account_after"},
    {Sign::result_after, report, "result_after"},
    {Sign::pay_after, report, "pay_after"},
    {Sign::present_after, -fair, "present_after"},
    {Sign::plan_by_title, fair, "plan_by_title"},
    {Sign::text_of_plans, slight, "text_of_plans"},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < table.size(); ++i)
    if (static_cast<std::size_t>(table.at(i).sign) != i) return false;
  return true;
}
static_assert(in_order());

}  // namespace

int weight_of(Sign sign) {
  return table.at(static_cast<std::size_t>(sign)).weight;
}

std::string_view name_of(Sign sign) {
  return table.at(static_cast<std::size_t>(sign)).name;
}

}  // namespace nucong::directive
