#include "app/unit_named.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace nucong::app {
namespace {

constexpr std::array told_by_slot = {
    ErrorCode::office_held,          ErrorCode::office_ended,        ErrorCode::office_changed,
    ErrorCode::draft_changed,        ErrorCode::report_signed,       ErrorCode::report_version_changed,
    ErrorCode::report_version_moved, ErrorCode::report_step_changed,
};

std::string code_of(const std::string& slot, const unit::History& history) {
  std::uint32_t value = 0;
  const auto [end, status] = std::from_chars(slot.data(), slot.data() + slot.size(), value);
  const bool known = status == std::errc{} && end == slot.data() + slot.size() && value < history.size();
  return known ? history.unit(Slot(value)).code : slot;
}

}  // namespace

Error named(const Error& error, const unit::History& history) {
  if (std::ranges::find(told_by_slot, error.code()) == told_by_slot.end()) return error;
  auto params = error.params();
  for (auto& param : params)
    if (param.name == "unit") param.value = code_of(param.value, history);
  return Error(error.code(), std::move(params)).with_causes(error.causes()).at(error.place());
}

}  // namespace nucong::app
