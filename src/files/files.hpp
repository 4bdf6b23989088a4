// Files of this machine, and its clock.
#pragma once

#include "app/ports.hpp"

namespace nucong::files {

class SystemClock final : public app::Clock {
 public:
  /// The day in Vietnam: UTC+7, all year.
  [[nodiscard]] Date today() override;
  [[nodiscard]] std::chrono::sys_seconds now() override;
};

class SystemFiles final : public app::Files {
 public:
  [[nodiscard]] Result<std::string> read(const std::string& name, std::size_t bytes_max) override;
  [[nodiscard]] Result<> write(const std::string& name, std::string_view bytes) override;
};

}  // namespace nucong::files
