#include "http/cookies.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace nucong::http {
namespace {

std::string exact_cookie(const Request& request, std::string_view name) {
  for (const auto part : split(request.field("cookie"), ';')) {
    const auto one = trimmed(part);
    if (one.size() > name.size() && one.starts_with(name) && one[name.size()] == '=')
      return std::string(one.substr(name.size() + 1));
  }
  return {};
}

}  // namespace

std::string cookie_of(const Request& request, std::string_view name) {
  auto value = exact_cookie(request, std::string(secure_prefix) + std::string(name));
  return value.empty() ? exact_cookie(request, name) : value;
}

Field set_cookie(const Asked& asked, std::string_view name, std::string_view value,
                 std::chrono::seconds life) {
  const bool secure = asked.around.secure_cookies;
  return {"Set-Cookie",
          fmt::format("{}{}={}; Path=/; HttpOnly; SameSite=Strict; Max-Age={}{}", secure ? secure_prefix : "",
                      name, value, life.count(), secure ? "; Secure" : "")};
}

}  // namespace nucong::http
