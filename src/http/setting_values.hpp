// Values of settings, read: times and sizes with their units.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "app/setting.hpp"

namespace nucong::http {

/// "250ms", "10s", "5min", "1h", at most a day and not nothing; none for anything else.
[[nodiscard]] std::optional<std::chrono::milliseconds> time_of(std::string_view text);

/// "512B", "64KiB", "1MiB", at most a GiB; none for anything else.
[[nodiscard]] std::optional<std::size_t> size_of(std::string_view text);

/// As a person would write it, to be shown in an error.
[[nodiscard]] std::string shown(const app::Setting::Value& value);

}  // namespace nucong::http
