// What speaks for and against a number being an aim. A reader weighs the signs in steps of one; `enough` of
// them make an aim. Decision 0006.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace nucong::directive {

enum class Sign : std::uint8_t {
  // of the section
  heading_of_aims,
  heading_of_tasks,
  heading_of_results,
  heading_of_rules,
  table_of_aims,  ///< a cell under a year to come
  // before the number
  word_of_aim,    ///< phấn đấu, chỉ tiêu
  list_of_aims,   ///< an aim stands before it in the sentence
  duty,           ///< phải, bảo đảm
  definite_plan,  ///< sẽ + an act
  purpose,        ///< để hoàn thành
  word_of_task,   ///< nhiệm vụ
  year_ahead,     ///< đến năm 2030
  year_past,
  result,           ///< đã
  result_before,    ///< đã, in an earlier segment
  present_state,    ///< hiện có, chiếm
  account,          ///< words only a report uses: so với cùng kỳ
  rule,             ///< grading and procedure
  pay,              ///< wages, fines, prices
  floor,            ///< ít nhất, trên: the text says how to compare
  floor_of_change,  ///< giảm ít nhất …
  floor_for_each,   ///< mỗi … ít nhất …
  act_of_each,      ///< mỗi … tổ chức …
  every_year,
  act_first,      ///< the clause opens with the act: Tổ chức 05 lớp …
  event_of_task,  ///< … among the tasks of a plan
  figure_first,   ///< the clause opens with the figure: 100% …, có 80% …
  all_of_them,    ///< 100%
  after_aims,     ///< the sentence before set an aim or announced some
  aims_above,     ///< the paragraph before did
  goes_on,        ///< … and this one goes on about it: trong đó, ngoài ra, thứ hai
  level_after_aims,
  after_results,  ///< the sentence before told a result
  // after the number
  duty_after,
  account_after,
  result_after,
  pay_after,
  present_after,
  // of the whole text
  plan_by_title,  ///< KẾ HOẠCH, CHỈ THỊ, HƯỚNG DẪN
  text_of_plans,  ///< speaks of what is to come and never of what has been reached
  count_
};

inline constexpr std::size_t sign_count = static_cast<std::size_t>(Sign::count_);

/// How much of the evidence makes an aim.
inline constexpr int enough = 3;

/// Steps for (positive) or against (negative) an aim.
[[nodiscard]] int weight_of(Sign sign);

/// The enumerator's own spelling; the key of its wording.
[[nodiscard]] std::string_view name_of(Sign sign);

}  // namespace nucong::directive
