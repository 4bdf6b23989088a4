#include "app/sign_in_elsewhere.hpp"

#include <vector>

#include "base/text.hpp"

namespace nucong::app {
namespace {

std::string kept_of(const IdentityAttempt& attempt) {
  return attempt.state + "." + attempt.nonce + "." + attempt.verifier;
}

Result<IdentityAttempt> attempt_of(const AccountPorts& ports, const CameBack& back) {
  const auto parts = split(back.kept, '.');
  if (parts.size() != 3 || back.state.empty() || !ports.secrets.same(parts[0], back.state))
    return fail(ErrorCode::identity_attempt_lost);
  return IdentityAttempt{std::string(parts[0]), std::string(parts[1]), std::string(parts[2])};
}

Result<StoredAccount> account_named(const AccountPorts& ports, const std::string& told) {
  const Error unknown = fail(ErrorCode::identity_unknown, {{"name", cut_to_width(printable(told), 64)}});
  const auto name = account::UserName::parse(told);
  if (!name) return unknown;
  TRY(auto found, ports.database.account_named(name.value()));
  if (!found || found->closed) return unknown;
  return std::move(*found);
}

Result<StoredAccount> vouched_for(const AccountPorts& ports, IdentityProvider& provider,
                                  const std::string& code, const IdentityAttempt& attempt) {
  TRY(const auto name, provider.user_name(code, attempt));
  return account_named(ports, name);
}

}  // namespace

Result<BegunElsewhere> begin_sign_in_elsewhere(const AccountPorts& ports, IdentityProvider& provider) {
  const IdentityAttempt attempt{ports.secrets.token(), ports.secrets.token(), ports.secrets.token()};
  TRY(auto address, provider.address_for(attempt));
  return BegunElsewhere{std::move(address), kept_of(attempt)};
}

Result<SignedIn> finish_sign_in_elsewhere(const AccountPorts& ports, IdentityProvider& provider,
                                          const CameBack& back) {
  TRY(const auto attempt, attempt_of(ports, back));
  const Instant now = ports.clock.now();
  // Names are the provider's to guard; here only a place that tries again and again is held back.
  if (const auto wait = ports.gate.attempt(attempt.state, back.visit.address, now); wait.count() > 0)
    return fail(ErrorCode::sign_in_wait, {{"seconds", std::to_string(wait.count())}});
  AuditNote note{now, {}, back.visit.address, "sign_in", {}, {}, provider.name()};
  const auto account = vouched_for(ports, provider, back.code, attempt);
  if (!account) {
    if (account.error().kind() == ErrorKind::unavailable) {
      ports.gate.undecided(back.visit.address);
      return account.error();
    }
    note.deed = "sign_in.refused";
    TRY(write_note(ports.database, note));
    return account.error();
  }
  note.account = account.value().id;
  TRY(auto begun, begin_session(ports, back.visit, account.value(), {account.value().hash, {}, {}}, note));
  ports.gate.succeeded(attempt.state, back.visit.address);
  return begun;
}

}  // namespace nucong::app
