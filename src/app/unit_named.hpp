// Units in the errors of the database, by the code that people know.
#pragma once

#include "base/result.hpp"
#include "unit/history.hpp"

namespace nucong::app {

/// The same error with the code of the unit that it names. The database, and the rules of offices, know units
/// by slot and say so in param `unit`: for what comes straight from them, and for nothing else.
[[nodiscard]] Error named(const Error& error, const unit::History& history);

template <class T>
[[nodiscard]] Result<T> named(Result<T> result, const unit::History& history) {
  if (result.has_error()) return named(result.error(), history);
  return result;
}

}  // namespace nucong::app
