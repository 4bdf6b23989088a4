#include "app/repeated_request.hpp"

namespace nucong::app {
namespace {

// A key may be of any length and bytes; what is kept is neither.
std::string kept_key(const AccountPorts& ports, const std::string& key) {
  return ports.secrets.digest(key);
}

Result<KeptAnswer> kept_of(const AccountPorts& ports, const Asker& asker, const std::string& key,
                           const std::string& request, const std::string& answer, Instant now) {
  if (!asker.account) return fail(ErrorCode::session_ended);
  return KeptAnswer{*asker.account, kept_key(ports, key), ports.secrets.digest(request), answer,
                    now + answers_kept};
}

}  // namespace

Result<std::optional<std::string>> answered(const AccountPorts& ports, const Asker& asker,
                                            const std::string& key, const std::string& request) {
  if (!asker.account) return fail(ErrorCode::session_ended);
  TRY(const auto kept, ports.database.kept_answer(*asker.account, kept_key(ports, key), ports.clock.now()));
  if (!kept) return std::nullopt;
  if (kept->request != ports.secrets.digest(request)) return fail(ErrorCode::request_key_taken);
  return std::optional(kept->answer);
}

Result<> keep_answer(Writer& writer, const AccountPorts& ports, const Asker& asker, const std::string& key,
                     const std::string& request, const std::string& answer) {
  const Instant now = ports.clock.now();
  TRY(const auto kept, kept_of(ports, asker, key, request, answer, now));
  return writer.keep_answer(kept, now);
}

Result<> keep_answer(const AccountPorts& ports, const Asker& asker, const std::string& key,
                     const std::string& request, const std::string& answer) {
  const Instant now = ports.clock.now();
  TRY(const auto kept, kept_of(ports, asker, key, request, answer, now));
  return ports.database.keep_answer(kept, now);
}

}  // namespace nucong::app
