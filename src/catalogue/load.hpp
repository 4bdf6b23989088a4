// The catalogue: data files that come with the program, read into the types of the domain.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/knowledge.hpp"

namespace nucong::catalogue {

/// One file of the catalogue. The name is only told in errors.
struct NamedText {
  std::string_view name;
  std::string_view text;
};

/// What stands under catalogue/ in the repository, but for the wording of the screen. Errors: as `load`.
[[nodiscard]] Result<app::Knowledge> load_embedded();

/// Reads TOML files, each with `version` and `valid_from` (the same in all) and with any of the tables
/// kind, split, element and units, indicator, form, rule, jump, framework and target. A table may be absent.
/// Errors: `catalogue.malformed` with file and line, params `text` and `expected`; a formula that cannot be
/// read has the reason as its cause. Stops at the first.
[[nodiscard]] Result<app::Knowledge> load(std::span<const NamedText> files);

}  // namespace nucong::catalogue
