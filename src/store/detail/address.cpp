#include "store/detail/address.hpp"

namespace nucong::store {

std::string masked(std::string_view url) {
  std::string shown(url);
  if (shown.starts_with("sqlite:")) return shown;
  const auto scheme = shown.find("://");
  if (scheme != std::string::npos) {
    // The last @ before the parameters: a password that was not escaped may hold others, and slashes.
    const auto begin = scheme + 3;
    const auto at = shown.rfind('@', shown.find('?', begin));
    if (at != std::string::npos && at >= begin) shown.replace(begin, at - begin, "***");
  }
  for (const std::string_view name : {"password=", "user="}) {
    for (auto found = shown.find(name); found != std::string::npos; found = shown.find(name, found)) {
      found += name.size();
      shown.replace(found, shown.find_first_of("&", found) - found, "***");
    }
  }
  return shown;
}

}  // namespace nucong::store
