// A file of settings in TOML.
#pragma once

#include <string_view>

#include "app/setting.hpp"
#include "base/result.hpp"

namespace nucong::settings {

/// In the order of their lines, which each knows with its `file`. A table within a table gives names of three
/// parts. Texts are NFC. Errors: `settings.malformed` (param `detail`) with its line; `setting.malformed` for
/// a value of a kind that no setting has: a time, or a list of other things than texts.
[[nodiscard]] Result<app::Settings> read(std::string_view toml, std::string_view file);

}  // namespace nucong::settings
