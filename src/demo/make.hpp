// A made-up confederation shaped like the real one, 2023 to 2026, for trying the program out and for
// measuring it. The same in every run.
#pragma once

#include <cstddef>

#include "app/ports.hpp"
#include "demo/chronicle.hpp"

namespace nucong::demo {

struct Made {
  std::size_t units = 0;     ///< that ever were
  std::size_t standing = 0;  ///< at the end
  std::size_t events = 0;
  std::size_t reports = 0;  ///< each counted once, however many versions it has
  std::size_t figures = 0;  ///< in the current versions
};

/// Fills an empty database: units with their history, then the quarterly and yearly reports of all that
/// `ports.knowledge` asks, in order of time. Not one act but many: interrupted, it leaves what was done so
/// far. Errors: `store.not_empty` if any unit was recorded there; those of Database.
[[nodiscard]] Result<Made> make(const app::Ports& ports, Scale scale);

}  // namespace nucong::demo
