#include "http/asker.hpp"

#include "base/text.hpp"
#include "http/client_address.hpp"
#include "http/cookies.hpp"

namespace nucong::http {
std::string bearer_of(const Request& request) {
  constexpr std::string_view scheme = "Bearer ";
  if (const auto sent = request.field("authorization"); !sent.empty())
    return sent.starts_with(scheme) ? std::string(trimmed(sent.substr(scheme.size()))) : std::string();
  return cookie_of(request, session_cookie);
}

Holder AccountHolders::known(const Request& request) {
  const auto bearer = bearer_of(request);
  if (bearer.empty()) return nullptr;
  return known_.find(ports_.secrets.digest(bearer), std::chrono::steady_clock::now());
}

Result<Holder> AccountHolders::who(const Request& request) {
  const auto bearer = bearer_of(request);
  if (bearer.empty()) return fail(ErrorCode::session_ended);
  if (auto known = known_.find(ports_.secrets.digest(bearer), std::chrono::steady_clock::now())) return known;
  const auto epoch = known_.epoch();
  TRY(auto found, app::credentials(ports_, bearer, place_of(request.address)));
  Holder holder = std::make_shared<const app::Credentials>(std::move(found));
  known_.keep(holder, epoch, std::chrono::steady_clock::now());
  return holder;
}

Holder Neighbours::known(const Request& request) {
  static const Holder console = std::make_shared<const app::Credentials>();
  return is_loopback(request.address) ? console : nullptr;
}

Result<Holder> Neighbours::who(const Request& request) {
  if (auto console = known(request)) return console;
  return fail(ErrorCode::session_ended);
}

}  // namespace nucong::http
