#include "app/repeated_request.hpp"

namespace nucong::app {
namespace {

// A key may be of any length and bytes; what is kept is neither.
std::string kept_key(const AccountPorts& ports, const std::string& key) {
  return ports.secrets.digest(key);
}

}  // namespace

Result<std::optional<std::string>> answered(const AccountPorts& ports, const Asker& asker,
                                            const std::string& key, const std::string& request) {
  if (!asker.account) return fail(ErrorCode::session_ended);
  TRY(const auto kept, ports.accounts.kept_answer(*asker.account, kept_key(ports, key), ports.clock.now()));
  if (!kept) return std::nullopt;
  if (kept->request != ports.secrets.digest(request)) return fail(ErrorCode::request_key_taken);
  return std::optional(kept->answer);
}

Result<> keep_answer(const AccountPorts& ports, const Asker& asker, const std::string& key,
                     const std::string& request, const std::string& answer) {
  if (!asker.account) return fail(ErrorCode::session_ended);
  const Instant now = ports.clock.now();
  return ports.accounts.keep_answer(
      {*asker.account, kept_key(ports, key), ports.secrets.digest(request), answer, now + answers_kept}, now);
}

}  // namespace nucong::app
