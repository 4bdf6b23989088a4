#include "app/stored.hpp"

#include <fmt/chrono.h>

namespace nucong::app {
namespace {

// As people in Vietnam read a clock.
std::string clock_text(std::chrono::sys_seconds at) {
  return fmt::format("{:%H:%M %d/%m/%Y}", at + std::chrono::hours(7));
}

}  // namespace

Error changed_draft(Slot unit, const Period& period, const SavedDraft* now) {
  std::vector<ErrorParam> params = {{"unit", std::to_string(unit.value)}, {"period", period.str()}};
  params.push_back({"revision", std::to_string(now == nullptr ? 0 : now->revision)});
  if (now != nullptr) {
    params.push_back({"by", now->by});
    params.push_back({"at", clock_text(now->saved)});
  }
  return fail(ErrorCode::draft_changed, std::move(params));
}

}  // namespace nucong::app
