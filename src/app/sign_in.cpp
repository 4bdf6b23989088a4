#include "app/sign_in.hpp"

#include <algorithm>

#include "account/pass_phrase.hpp"
#include "account/recovery_code.hpp"
#include "app/begin_session.hpp"
#include "base/text.hpp"

namespace nucong::app {
namespace {

/// The account of that name, if there is one that can be signed in to.
Result<std::optional<StoredAccount>> account_named(const AccountPorts& ports,
                                                   const Result<account::UserName>& name) {
  if (!name) return std::nullopt;
  TRY(auto found, ports.database.account_named(name.value()));
  if (found && (found->closed || found->hash.empty())) found.reset();
  return found;
}

Result<bool> is_right(const AccountPorts& ports, const std::optional<StoredAccount>& account,
                      const std::string& typed) {
  const auto phrase = account::normal_pass_phrase(typed);
  if (account && phrase) return ports.secrets.is_pass_phrase(phrase.value(), account->hash);
  // As slow as if there had been something to compare with.
  TRY(ports.secrets.hash_pass_phrase(phrase ? phrase.value() : std::string()));
  return false;
}

/// What the code proves beside the pass phrase; none if it is wrong.
std::optional<Proof> proof_by(const AccountPorts& ports, const StoredAccount& account,
                              const std::string& code, Instant now) {
  const account::HmacSha1 hmac = [&](std::string_view key, std::string_view message) {
    return ports.secrets.hmac_sha1(key, message);
  };
  const SecondFactor& factor = account.second_factor.value();
  if (const auto step = account::accept_totp(factor.secret, code, now, factor.last_step, hmac))
    return Proof{account.hash, step.value(), {}};
  const auto recovery = account::normal_recovery_code(code);
  if (!recovery) return std::nullopt;
  const std::string digest = ports.secrets.digest(*recovery);
  if (!std::ranges::binary_search(factor.recovery_codes, digest)) return std::nullopt;
  return Proof{account.hash, {}, digest};
}

Result<SignedIn> refused(const AccountPorts& ports, const std::optional<StoredAccount>& account,
                         AuditNote note) {
  note.deed = "sign_in.refused";
  if (account) note.account = account->id;
  TRY(write_note(ports.database, note));
  return fail(ErrorCode::sign_in_refused);
}

/// The stored hash follows the parameters of today; the hash that is stored then.
Result<std::string> renewed_hash(const AccountPorts& ports, const StoredAccount& account,
                                 const std::string& typed, AuditNote note) {
  if (!ports.secrets.needs_rehash(account.hash)) return account.hash;
  TRY(const auto phrase, account::normal_pass_phrase(typed));
  TRY(auto hash, ports.secrets.hash_pass_phrase(phrase));
  note.deed = "pass_phrase.rehash";
  TRY(ports.database.act(
      [&](Writer& writer) { return writer.set_pass_phrase(account.id, account.hash, hash, note); }));
  return hash;
}

/// A session for somebody who has proved who they are.
Result<SignedIn> let_in(const AccountPorts& ports, const SignIn& wanted, const StoredAccount& account,
                        Proof proof, const AuditNote& note) {
  TRY(proof.hash, renewed_hash(ports, account, wanted.pass_phrase, note));
  return begin_session(ports, {wanted.address, wanted.user_agent, wanted.replaced}, account, proof, note);
}

/// Somebody was faster: used the same code, chose another pass phrase, closed the account.
bool is_overtaken(const Error& error) {
  return error.code() == ErrorCode::totp_wrong || error.code() == ErrorCode::passphrase_wrong ||
         error.code() == ErrorCode::account_closed;
}

}  // namespace

Result<SignedIn> sign_in(const AccountPorts& ports, const SignIn& wanted) {
  const Instant now = ports.clock.now();
  const auto name = account::UserName::parse(wanted.name);
  const std::string key = name ? name.value().str() : std::string();
  if (const auto wait = ports.gate.attempt(key, wanted.address, now); wait.count() > 0)
    return fail(ErrorCode::sign_in_wait, {{"seconds", std::to_string(wait.count())}});
  AuditNote note{now, {}, wanted.address, "sign_in", {}, {}, {}};
  TRY(const auto account, account_named(ports, name));
  TRY(const bool right, is_right(ports, account, wanted.pass_phrase));
  if (!right) return refused(ports, account, note);
  note.account = account->id;
  std::optional<Proof> proof = Proof{account->hash, {}, {}};
  if (account->second_factor) {
    if (trimmed(wanted.code).empty()) {
      ports.gate.undecided(wanted.address);
      return fail(ErrorCode::sign_in_code_wanted);
    }
    proof = proof_by(ports, *account, wanted.code, now);
    if (!proof) return refused(ports, account, note);
    if (proof->recovery_code) note.summary = "recovery code";
  }
  auto begun = let_in(ports, wanted, *account, *proof, note);
  if (!begun && is_overtaken(begun.error())) return refused(ports, account, note);
  if (begun) ports.gate.succeeded(key, wanted.address);
  return begun;
}

Result<> sign_out(const AccountPorts& ports, const Asker& asker) {
  TRY(demand_session(asker));
  const auto note = note_of(asker, ports.clock.now(), "sign_out", {});
  return ports.database.act([&](Writer& writer) { return writer.sign_out(asker.digest, note); });
}

}  // namespace nucong::app
