#include "app/begin_session.hpp"

#include "base/text.hpp"

namespace nucong::app {
namespace {

constexpr std::size_t user_agent_columns = 200;

std::string clean_user_agent(const std::string& sent) {
  const auto text = nfc(sent.substr(0, 4 * user_agent_columns));
  return text ? cut_to_width(printable(text.value()), user_agent_columns) : std::string();
}

}  // namespace

Result<SignedIn> begin_session(const AccountPorts& ports, const Visit& visit, const StoredAccount& account,
                               const Proof& proof, const AuditNote& note) {
  const std::string token = ports.secrets.token();
  const Instant expires = note.at + session_idle_max;
  const StoredSession session{
      ports.secrets.digest(token),       account.id, note.at, note.at, expires, visit.address,
      clean_user_agent(visit.user_agent)};
  const auto replaced = visit.replaced ? std::optional(ports.secrets.digest(*visit.replaced)) : std::nullopt;
  TRY(ports.database.act([&](Writer& writer) { return writer.sign_in(session, proof, replaced, note); }));
  SignedIn signed_in{token, account.id, expires, {}};
  if (proof.recovery_code) signed_in.recovery_codes_left = account.second_factor->recovery_codes.size() - 1;
  return signed_in;
}

}  // namespace nucong::app
