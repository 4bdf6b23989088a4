// Addresses of databases as they may be shown.
#pragma once

#include <string>
#include <string_view>

namespace nucong::store {

/// The address with user name and password replaced by ***, wherever they stand in it.
[[nodiscard]] std::string masked(std::string_view url);

}  // namespace nucong::store
