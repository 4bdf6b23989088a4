#include "app/access_tokens.hpp"

#include "base/text.hpp"

namespace nucong::app {
namespace {

constexpr std::size_t name_columns = 100;

Result<std::string> token_named(const std::string& typed) {
  TRY(const auto text, nfc(typed));
  std::string name(trimmed(printable(text)));
  if (name.empty() || display_width(name) > name_columns) return fail(ErrorCode::token_name_missing);
  return name;
}

}  // namespace

Result<std::string> make_token(const AccountPorts& ports, const Asker& asker, const MakeToken& wanted) {
  TRY(demand_session(asker));
  TRY(const auto name, token_named(wanted.name));
  if (wanted.days < 1 || wanted.days > token_days_max)
    return fail(ErrorCode::token_lifetime, {{"most", std::to_string(token_days_max)}});
  const Instant now = ports.clock.now();
  std::string token = ports.secrets.token();
  const StoredToken stored{ports.secrets.digest(token),          asker.account.value(), name, now,
                           now + std::chrono::days(wanted.days), wanted.may_write};
  const auto* reach = wanted.may_write ? "reads and writes" : "reads";
  const auto note = note_of(asker, now, "token.make", "token " + name, {}, reach);
  TRY(ports.database.act([&](Writer& writer) { return writer.make_token(stored, note); }));
  return token;
}

Result<> revoke_token(const AccountPorts& ports, const Asker& asker, const std::string& name) {
  TRY(demand_session(asker));
  const auto known = nfc(name);
  if (!known) return fail(ErrorCode::token_unknown, {{"name", "?"}});
  const auto note = note_of(asker, ports.clock.now(), "token.revoke", "token " + printable(known.value()));
  return ports.database.act(
      [&](Writer& writer) { return writer.revoke_token(asker.account.value(), known.value(), note); });
}

}  // namespace nucong::app
