#include "store/detail/work_words.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace nucong::store {
namespace {

std::vector<ErrorParam> about(Slot unit, const Period& period) {
  return {{"unit", std::to_string(unit.value)}, {"period", period.str()}};
}

}  // namespace

std::string joined_cells(std::span<const std::string> cells) {
  std::string joined;
  for (const std::string& cell : cells) joined += (joined.empty() ? "" : " ") + cell;
  return joined;
}

std::vector<std::string> cells_of(std::string_view joined) {
  std::vector<std::string> cells;
  for (const auto cell : split(joined, ' '))
    if (!cell.empty()) cells.emplace_back(cell);
  return cells;
}

Error changed_version(const app::StoredReport& report) {
  return fail(ErrorCode::report_version_changed, about(report.unit, report.period));
}

Error signed_report(const app::StoredReport& report) {
  return fail(ErrorCode::report_signed, about(report.unit, report.period));
}

Result<> check_next(const report::Step& step, report::Version current, std::uint32_t steps) {
  auto params = about(step.unit, step.period);
  if (step.version != current) {
    params.push_back({"version", std::to_string(step.version)});
    params.push_back({"current", std::to_string(current)});
    return fail(ErrorCode::report_version_moved, std::move(params));
  }
  if (step.number != steps + 1) return fail(ErrorCode::report_step_changed, std::move(params));
  return ok();
}

std::string summary_of(const report::Step& step) {
  return fmt::format("{} v{} {}", step.period.str(), step.version, report::name_of(step.kind));
}

std::string summary_of(const report::Extension& extension) {
  return fmt::format("{} {}: {}", extension.form, extension.period.str(), format_date(extension.due));
}

}  // namespace nucong::store
