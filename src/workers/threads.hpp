// Work on all processors of the machine.
#pragma once

#include <cstddef>

#include "app/ports.hpp"

namespace nucong::workers {

/// As many threads as there are processors, for the length of one call. What a piece of work throws is thrown
/// on the caller's thread, in its turn.
class Threads final : public app::Workers {
 public:
  Threads();
  /// At least one.
  explicit Threads(std::size_t threads);

  void in_order(std::size_t pieces, const Work& work, const Take& take) override;

 private:
  std::size_t threads_;
};

}  // namespace nucong::workers
