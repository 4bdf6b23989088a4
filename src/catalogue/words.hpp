// The wording that comes with the program.
#pragma once

#include "app/words.hpp"
#include "base/result.hpp"

namespace nucong::catalogue {

/// catalogue/messages.toml ("error.<code>") and catalogue/words.toml. Errors: `catalogue.malformed`.
[[nodiscard]] Result<app::Words::Table> load_wording();

}  // namespace nucong::catalogue
