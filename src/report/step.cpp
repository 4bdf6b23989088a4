#include "report/step.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace nucong::report {
namespace {

constexpr std::array<std::string_view, 5> kind_names = {"returned", "accepted", "sent_on", "signed",
                                                        "reopened"};

bool gives_reason(const Step& step) {
  return !trimmed(step.note).empty();
}

}  // namespace

std::string_view name_of(StepKind kind) {
  return kind_names.at(static_cast<std::size_t>(kind));
}

Result<StepKind> parse_step_kind(std::string_view text) {
  const auto found = std::ranges::find(kind_names, text);
  if (found == kind_names.end())
    return fail(ErrorCode::store_damaged, {{"detail", "report_step.kind " + std::string(text)}});
  return static_cast<StepKind>(found - kind_names.begin());
}

Result<> check_step(const Step& step, const Standing& standing, std::string_view unit) {
  std::vector<ErrorParam> about = {{"unit", std::string(unit)}, {"period", step.period.str()}};
  const auto refused = [&](ErrorCode code) { return fail(code, about); };
  if (step.version != standing.version) {
    about.push_back({"version", std::to_string(step.version)});
    about.push_back({"current", std::to_string(standing.version)});
    return refused(ErrorCode::report_version_moved);
  }
  if (step.kind != StepKind::sent_on && !standing.is_sent()) return refused(ErrorCode::report_nothing_sent);
  switch (step.kind) {
    case StepKind::returned:
      if (!gives_reason(step)) return refused(ErrorCode::report_reason_missing);
      break;
    case StepKind::accepted:
      break;
    case StepKind::sent_on:
      if (standing.locked) return refused(ErrorCode::report_signed);
      break;
    case StepKind::signed_off:
      if (standing.locked) return refused(ErrorCode::report_signed);
      if (state_of(standing, false) == State::returned) return refused(ErrorCode::report_returned);
      break;
    case StepKind::reopened:
      if (!standing.locked) return refused(ErrorCode::report_not_signed);
      if (!gives_reason(step)) return refused(ErrorCode::report_reason_missing);
      break;
  }
  // Last: whoever came second is told what stands in the way rather than that somebody was faster.
  if (step.number != standing.steps + 1) return refused(ErrorCode::report_step_changed);
  return ok();
}

Result<> check_cells(const Step& step, std::span<const std::string> cells) {
  for (const std::string& cell : step.cells)
    if (std::ranges::find(cells, cell) == cells.end())
      return fail(ErrorCode::report_cell_unknown, {{"element", cell}});
  return ok();
}

Standing after(Standing before, const Step& step) {
  before.steps = step.number;
  switch (step.kind) {
    case StepKind::returned:
      before.verdict = Standing::Verdict::returned;
      before.judged = step.version;
      before.locked = false;
      break;
    case StepKind::accepted:
      before.verdict = Standing::Verdict::accepted;
      before.judged = step.version;
      break;
    case StepKind::sent_on:
      before.sent_on = true;
      before.verdict = Standing::Verdict::none;
      before.judged = 0;
      break;
    case StepKind::signed_off:
      before.locked = true;
      break;
    case StepKind::reopened:
      before.locked = false;
      break;
  }
  return before;
}

}  // namespace nucong::report
