// A form for one unit and period, with last period's values beside the boxes.
#pragma once

#include "app/ports.hpp"

namespace nucong::app {

/// Errors: `form.unknown`, `form.period_kind`, `form.not_expected`, `unit.*`.
[[nodiscard]] Result<report::FormSheet> make_form(const Ports& ports, const std::string& form,
                                                  const std::string& unit, const Period& period);

}  // namespace nucong::app
