// A text that somebody hands in, checked to be one.
#pragma once

#include "cli/session.hpp"

namespace nucong::cli {

/// The file's text, without byte order mark. Errors: those of Files; `file.kind_unknown` (param `expected`)
/// for anything but text; `text.not_utf8`; `file.empty`.
[[nodiscard]] Result<std::string> read_text(Session& session, const std::string& file);

}  // namespace nucong::cli
