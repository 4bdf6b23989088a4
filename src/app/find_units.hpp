// Units by what somebody remembers of their code or name.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "unit/tree.hpp"

namespace nucong::app {

/// How well a unit fits what was looked for, the best first.
enum class Fit : std::uint8_t {
  code,       ///< it is the unit's code
  name,       ///< it is its whole name
  beginning,  ///< code or name begin with it
  word,       ///< a word of the name begins with it
  within,     ///< it stands somewhere in code or name
  everything  ///< nothing was looked for
};

/// The place of a finding: marks that were typed are meant, so who has them stands before who has others.
struct Rank {
  static constexpr unsigned fits = static_cast<unsigned>(Fit::everything) + 1;
  static constexpr unsigned end = 2 * fits;

  bool marks_differ = false;  ///< found only without its tones and marks, though some were typed
  Fit fit = Fit::everything;

  /// Below `end`, in order; a rank is made of it again by `at`.
  [[nodiscard]] unsigned place() const { return (marks_differ ? fits : 0) + static_cast<unsigned>(fit); }
  [[nodiscard]] static Rank at(unsigned place) {
    return {place >= fits, static_cast<Fit>(place >= fits ? place - fits : place)};
  }
  auto operator<=>(const Rank&) const = default;
};

/// Where a page of findings ended; the next one goes on behind it.
struct FoundUnit {
  Rank rank;
  Slot unit;
};

struct UnitSearch {
  std::string text;            ///< in any case, with or without tones and marks; empty: all
  std::string kind;            ///< code of the kind; empty: any
  std::optional<Slot> branch;  ///< only this unit and those below it
  std::size_t limit = 50;
  std::optional<Rank> after;  ///< with `after_code`: only what stands behind that in the order
  std::string after_code;
  std::optional<std::vector<unit::Run>> seen;  ///< only what stands in one of these
};

/// The standing units of one tree, ready to be looked through. Immutable; for many threads.
class UnitIndex {
 public:
  /// Some microseconds a unit.
  explicit UnitIndex(std::shared_ptr<const unit::Tree> tree);

  [[nodiscard]] const unit::Tree& tree() const { return *tree_; }

  /// By rank, then by code: an order that stays the same while units come and go, so that pages neither skip
  /// nor repeat what stands throughout. Some milliseconds for a hundred thousand units.
  [[nodiscard]] std::vector<FoundUnit> find(const UnitSearch& search) const;

 private:
  struct Entry {
    Slot unit;
    std::uint32_t code_at = 0;  ///< in folded_, with the name behind it and line ends around both
    std::uint32_t name_at = 0;
    std::uint32_t end = 0;
    std::uint32_t marked_at = 0;  ///< the name in marked_, up to the next one's
  };
  [[nodiscard]] std::optional<Fit> fit_of(const Entry& entry, std::string_view text) const;
  [[nodiscard]] std::string_view marked_name(const Entry& entry) const;

  std::shared_ptr<const unit::Tree> tree_;
  std::string folded_;
  std::string marked_;          // tone keys of the names, a line each
  std::vector<Entry> entries_;  // by code
};

}  // namespace nucong::app
