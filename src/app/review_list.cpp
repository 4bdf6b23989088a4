#include "app/review_list.hpp"

#include <algorithm>

#include "app/branch_reports.hpp"
#include "app/tree_choice.hpp"

namespace nucong::app {
namespace {

using report::Timeliness;

bool is_asked_for(const BranchReport& report, const ReviewQuestion& asked) {
  if (asked.state && report.state != *asked.state) return false;
  return !asked.overdue || report.timeliness == Timeliness::overdue;
}

void count(const BranchReports& branch, ReviewList& list) {
  branch.each([&](const BranchReport& report) {
    ++list.by_state.at(static_cast<std::size_t>(report.state));
    if (report.timeliness == Timeliness::overdue) ++list.overdue;
    if (report.timeliness == Timeliness::late) ++list.late;
  });
}

std::size_t figures_of(const Nation& nation, Slot unit, const Period& period) {
  const auto* sheet = nation.figures.sheet(period);
  if (sheet == nullptr) return 0;
  return static_cast<std::size_t>(std::ranges::count_if(
      *sheet, [&](const auto& column) { return column.second->at(unit.value).has_value(); }));
}

ReviewRow row_of(const BranchReport& report, const Nation& nation, const Period& period) {
  const auto& unit = nation.history.unit(report.unit);
  ReviewRow row{unit.code,
                unit.phase_on(period.last()).name,
                report.expected,
                report.state,
                report.timeliness,
                report.due,
                {},
                report.standing.version};
  if (row.version > 0) row.received = report.standing.first_received;
  row.figures = figures_of(nation, report.unit, period);
  return row;
}

// Codes stay while states change: a page neither skips nor repeats what stands throughout.
void list_page(const BranchReports& branch, const Nation& nation, const ReviewQuestion& asked,
               ReviewList& list) {
  const auto all = nation.history.by_code();
  const auto code_of = [&](Slot slot) -> const std::string& { return nation.history.unit(slot).code; };
  auto at =
      asked.after_code.empty() ? all.begin() : std::ranges::upper_bound(all, asked.after_code, {}, code_of);
  for (; at != all.end(); ++at) {
    const auto report = branch.of(*at);
    if (!report || !is_asked_for(*report, asked)) continue;
    list.more = list.rows.size() == asked.limit;
    if (list.more) return;
    list.rows.push_back(row_of(*report, nation, asked.period));
  }
}

}  // namespace

Result<ReviewList> review_list(const Asker& asker, const Present& present, const ReviewQuestion& asked) {
  const Nation& nation = present.nation;
  TRY(const Slot unit, nation.history.slot(asked.unit));
  TRY(demand(asker, account::Deed::see_figures, unit, nation.history));
  TRY(standing_unit(nation.history, asked.period.last(), asked.unit));
  TRY(const auto* form, present.knowledge.form(asked.form, asked.period));
  const BranchReports branch(present, *form, asked.period, unit);
  ReviewList list;
  count(branch, list);
  list_page(branch, nation, asked, list);
  return list;
}

}  // namespace nucong::app
