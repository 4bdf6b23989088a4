// How a program is set up, as it was written: in a file, or on the command line.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/error.hpp"

namespace nucong::app {

/// What it means, and whether there is such a thing, is for those to say whom it sets up.
struct Setting {
  using Texts = std::vector<std::string>;
  using Value = std::variant<std::string, std::int64_t, double, bool, Texts>;

  std::string name;  ///< with its table before it: "limits.head_time"
  Value value;
  Place place = {};  ///< in its file; empty if it was typed

  bool operator==(const Setting&) const = default;
};

/// Of settings of one name the last holds.
using Settings = std::vector<Setting>;

/// A file of settings is some pages.
constexpr std::size_t settings_bytes_max = std::size_t{1} << 20;

}  // namespace nucong::app
