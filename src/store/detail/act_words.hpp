// Kinds and summaries of acts: the same words on every engine.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nucong::store::act_kind {

inline constexpr std::string_view unit_events = "unit.events";
inline constexpr std::string_view unit_undo = "unit.undo";
inline constexpr std::string_view report_submit = "report.submit";
inline constexpr std::string_view report_step = "report.step";
inline constexpr std::string_view report_freeze = "report.freeze";
inline constexpr std::string_view report_remind = "report.remind";
inline constexpr std::string_view deadline_extend = "deadline.extend";
inline constexpr std::string_view directive_adopt = "directive.adopt";
inline constexpr std::string_view directive_give = "directive.give";
inline constexpr std::string_view target_bind = "target.bind";
inline constexpr std::string_view target_goals = "target.goals";

}  // namespace nucong::store::act_kind

namespace nucong::store {

/// "1 report", "1500 reports".
[[nodiscard]] inline std::string counted(std::size_t number, std::string_view noun) {
  return std::to_string(number) + " " + std::string(noun) + (number == 1 ? "" : "s");
}

}  // namespace nucong::store
