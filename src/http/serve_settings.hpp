// What of a server can be set, by name: the one list that the example file is held against.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "app/setting.hpp"
#include "http/serve.hpp"

namespace nucong::http {

/// The names that `set` knows: "listen", "limits.head_time".
[[nodiscard]] std::vector<std::string_view> serve_setting_names();

/// Puts what is set into `order`; what is not stays as it was. Times are texts with their unit ("10s",
/// "250ms", "5min"), sizes too ("64KiB") or a count of bytes. All faults are told at once, and then nothing
/// is changed. Errors: `setting.unknown` (params `name`, `nearest`), `setting.malformed`, or
/// `settings.rejected` with several of them as causes.
[[nodiscard]] Result<> set(ServeOrder& order, std::span<const app::Setting> settings);

}  // namespace nucong::http
