// As the ports say: whoever is visited, or hands over, may not call the store meanwhile.
#pragma once

#include "base/error.hpp"

namespace nucong::store {

/// Whether a store is in the middle of a call that gives others their turn.
class Turns {
 public:
  /// Until it is gone the store takes no call.
  class Turn {
   public:
    explicit Turn(bool& taken) : taken_(taken) { taken_ = true; }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    ~Turn() { taken_ = false; }

   private:
    bool& taken_;
  };

  /// A defect if a turn is taken.
  void must_be_free() const { ENSURE(!taken_); }
  [[nodiscard]] Turn take() { return Turn(taken_); }

 private:
  bool taken_ = false;
};

}  // namespace nucong::store
