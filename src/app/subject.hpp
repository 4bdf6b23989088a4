// What a question is about, and who is asked for it.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "app/knowledge.hpp"
#include "rollup/question.hpp"

namespace nucong::app {

/// What was asked for, whichever of the three ways it was named.
struct Subject {
  std::string code;
  std::string title_vi;
  std::string title_en;
  indicator::ValueUnit unit = indicator::ValueUnit::count;
  std::optional<indicator::Series> series;    ///< of an element
  std::optional<indicator::Formula> formula;  ///< always there
};

/// Reads an element ("A04", "A04[sector=fdi]"), an indicator's code or name, or a formula. Errors:
/// `element.unknown`, `formula.*`; `formula.type` for a formula that has no value without a target.
[[nodiscard]] Result<Subject> subject_of(const Knowledge& knowledge, const std::string& text);

/// The first day of the earliest period that the formula looks back to.
[[nodiscard]] Date looks_back_to(const indicator::Formula& formula, const Period& period);

/// A ratio as shown in `unit`: percent × 100 to one decimal, others to two; a whole number as it is.
[[nodiscard]] Decimal shown(const Ratio& ratio, indicator::ValueUnit unit);

/// The standing units whose forms ask for what a formula reads, and those of them with a figure for it,
/// inherited ones included.
class Answering {
 public:
  Answering(rollup::Question& question, const Knowledge& knowledge, const indicator::Formula& formula);

  [[nodiscard]] std::uint32_t expected(std::span<const unit::Run> runs) const {
    return expected_ ? rollup::count_in(*expected_, runs) : 0;
  }
  [[nodiscard]] std::uint32_t reported(std::span<const unit::Run> runs) const {
    return reported_ ? rollup::count_in(*reported_, runs) : 0;
  }

 private:
  std::shared_ptr<const rollup::Members> expected_;  // null if no form asks for it
  std::shared_ptr<const rollup::Members> reported_;
};

}  // namespace nucong::app
