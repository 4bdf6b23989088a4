// Which units of a branch an answer tells one by one.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "unit/tree.hpp"

namespace nucong::app {

/// Which units make the rows.
struct Rows {
  enum class Kind : std::uint8_t { self, child, level };
  Kind kind = Kind::self;
  std::uint32_t level = 0;  ///< depth in the tree; the root is 0

  /// Reads "self", "child", "level:2". Errors: `usage` with param `text`.
  [[nodiscard]] static Result<Rows> parse(std::string_view text);
};

/// The units that make the rows for a branch of `tree`, in the order of the tree.
[[nodiscard]] std::vector<Slot> row_units(const Rows& rows, Slot unit, const unit::Tree& tree);

}  // namespace nucong::app
