// A report comes in, from whatever source: checked against everything known, kept as a new version.
#pragma once

#include <string>

#include "app/draft_check.hpp"

namespace nucong::app {

struct Submitted {
  std::size_t reports = 0;
  std::size_t figures = 0;
  std::size_t corrected = 0;  ///< reports that had a version before
  std::size_t unchanged = 0;  ///< drafts that say what is already known: no new version
};

/// Checks a draft and keeps it, or does nothing. Errors (one, or `table.rejected` with all): those of
/// DraftCheck; `report.version_changed` if others were faster.
[[nodiscard]] Result<Submitted> submit(const Ports& ports, const unit::History& history, Draft draft,
                                       Strictness strictness, const std::string& file, const Places& places);

}  // namespace nucong::app
