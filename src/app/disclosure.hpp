// What is not told to everybody: figures of so few people that they might be known by it.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "app/compare_values.hpp"
#include "app/score.hpp"

namespace nucong::app {

/// A count of people below this, and above none, is not published (ux 10; a dated choice, no law sets it).
inline constexpr std::int64_t least_shown = 5;

/// Which of the cells that add up to a known whole are hidden: each that is small; and if that is only one,
/// the least of the others beside it, since what is missing from the whole would give it away. A cell without
/// a value hides nothing and is not hidden.
[[nodiscard]] std::vector<bool> hidden_cells(std::span<const std::optional<Decimal>> cells);

/// Which units' figure of one element or indicator is hidden, in one period on one tree. Judged among the
/// units of the same parent, and for a part of a split among its parts; below a hidden figure all are hidden,
/// because they add up to it. Asked of the units that a directive was given to, it is also hidden where the
/// figure of the whole branch is, or where the two tell a small one by what lies between them. What can be
/// worked out by taking one element from another is not looked for.
class Disclosure {
 public:
  /// `asked` as the asker put it; its unit matters only to `hides`. `present` must outlive it.
  Disclosure(const Present& present, ValueQuestion asked) : present_(present), asked_(std::move(asked)) {}

  /// False for what counts no people. Errors: those of ask_value.
  [[nodiscard]] Result<bool> hides(const std::string& unit);

 private:
  [[nodiscard]] Result<bool> is_of_people();
  [[nodiscard]] Result<bool> is_hidden_in_whole(const std::string& unit);
  [[nodiscard]] Result<ValueAnswer> ask(const std::string& unit, const std::string& element) const;
  [[nodiscard]] Result<std::optional<Decimal>> stake_of(const std::string& unit,
                                                        const std::string& element) const;
  [[nodiscard]] Result<bool> is_small_among_parts(const std::string& unit) const;
  [[nodiscard]] Result<bool> is_hidden_among_children(const std::string& unit, const std::string& parent);

  const Present& present_;
  ValueQuestion asked_;
  std::unique_ptr<Disclosure> whole_;  // the same question of everybody, once it was needed
  std::optional<bool> of_people_;
  std::map<std::string, bool> known_;                       // by unit
  std::map<std::string, std::set<std::string>> by_parent_;  // the hidden children of a parent
};

/// Takes hidden figures out of an answer and marks them. Errors: those of the question.
[[nodiscard]] Result<> disclose(const Present& present, const ValueQuestion& asked, ValueAnswer& answer);
[[nodiscard]] Result<> disclose(const Present& present, const ComparisonQuestion& asked, Comparison& answer);
/// Of a card each column by itself, its rows being the parts of a whole. The status stays: it tells no
/// number. Errors: those of `score`.
[[nodiscard]] Result<> disclose(const Present& present, const ScoreQuestion& asked, Scorecard& card);

}  // namespace nucong::app
