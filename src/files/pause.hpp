// Waiting in the foreground until the person or the system wants an end.
#pragma once

#include <chrono>

#include "app/ports.hpp"

namespace nucong::files {

/// From its making until it is gone, the first SIGINT or SIGTERM ends the pause, or the next one; a second
/// one ends the program as ever, should it hang. Signals that the program was started to ignore stay ignored.
/// One at a time.
class SystemPause final : public app::Pause {
 public:
  explicit SystemPause(std::chrono::milliseconds length = std::chrono::seconds(1));
  SystemPause(const SystemPause&) = delete;
  SystemPause& operator=(const SystemPause&) = delete;
  ~SystemPause() override;

  [[nodiscard]] bool wait() override;

 private:
  std::chrono::milliseconds length_;
};

}  // namespace nucong::files
