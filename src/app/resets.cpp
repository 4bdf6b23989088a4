#include "app/resets.hpp"

#include "account/pass_phrase.hpp"
#include "app/manage_accounts.hpp"

namespace nucong::app {
namespace {

/// The hash of a pass phrase that somebody wants to use from now on.
Result<std::string> hash_of_new(const AccountPorts& ports, const std::string& typed,
                                const account::UserName& name) {
  TRY(const auto phrase, account::normal_pass_phrase(typed));
  TRY(account::check_pass_phrase(phrase, name));
  return ports.secrets.hash_pass_phrase(phrase);
}

/// The account that a link is for.
Result<StoredAccount> owner_of(const AccountPorts& ports, const std::string& digest, LinkKind kind,
                               Instant now) {
  TRY(const auto link, ports.database.link(digest, now));
  if (!link || link->kind != kind || !link->account) return fail(ErrorCode::link_ended);
  TRY(auto account, ports.database.account(*link->account));
  if (!account) return fail(ErrorCode::link_ended);
  return *std::move(account);
}

}  // namespace

Result<std::string> begin_reset(const AccountPorts& ports, const Asker& asker, AccountId id, LinkKind kind,
                                const unit::History& history) {
  ENSURE(kind != LinkKind::first_administrator);
  TRY(demand_over(ports, asker, id, history));
  const Instant now = ports.clock.now();
  std::string token = ports.secrets.token();
  const StoredLink link{ports.secrets.digest(token), kind, id, now, now + reset_life};
  const auto* deed = kind == LinkKind::pass_phrase ? "pass_phrase.begin_reset" : "second_factor.begin_reset";
  const auto note = note_of(asker, now, deed, "account " + std::to_string(id.value));
  TRY(ports.database.act([&](Writer& writer) { return writer.make_link(link, note); }));
  return token;
}

Result<> finish_pass_phrase_reset(const AccountPorts& ports, const std::string& link,
                                  const std::string& pass_phrase, const std::string& address) {
  const Instant now = ports.clock.now();
  const std::string digest = ports.secrets.digest(link);
  TRY(const auto account, owner_of(ports, digest, LinkKind::pass_phrase, now));
  TRY(const auto hash, hash_of_new(ports, pass_phrase, account.name));
  const AuditNote note{now, account.id, address, "pass_phrase.reset", {}, {}, {}};
  return ports.database.act([&](Writer& writer) { return writer.reset_pass_phrase(digest, hash, note); });
}

Result<> finish_second_factor_reset(const AccountPorts& ports, const std::string& link,
                                    const std::string& address) {
  const Instant now = ports.clock.now();
  const std::string digest = ports.secrets.digest(link);
  TRY(const auto account, owner_of(ports, digest, LinkKind::second_factor, now));
  const AuditNote note{now, account.id, address, "second_factor.reset", {}, {}, {}};
  return ports.database.act([&](Writer& writer) { return writer.reset_second_factor(digest, note); });
}

Result<std::optional<std::string>> first_administrator(const AccountPorts& ports) {
  const Instant now = ports.clock.now();
  std::string token = ports.secrets.token();
  const StoredLink link{
      ports.secrets.digest(token), LinkKind::first_administrator, {}, now, now + reset_life};
  const auto note = note_of(console(), now, "administrator.begin_first", {});
  const auto made = ports.database.act([&](Writer& writer) { return writer.make_link(link, note); });
  if (made) return std::optional(std::move(token));
  if (made.error().code() == ErrorCode::administrator_exists) return std::nullopt;
  return made.error();
}

Result<AccountId> finish_first_administrator(const AccountPorts& ports, const std::string& link,
                                             const FirstAdministrator& wanted, const std::string& address,
                                             const unit::History& history) {
  const auto root = history.root();
  if (!root) return fail(ErrorCode::unit_unknown, {{"unit", ""}});
  const Instant now = ports.clock.now();
  const std::string digest = ports.secrets.digest(link);
  // Before anything slow is done for a stranger.
  TRY(const auto known, ports.database.link(digest, now));
  if (!known) return fail(ErrorCode::link_ended);
  TRY(auto name, account::UserName::parse(wanted.name));
  TRY(auto person, person_named(wanted.person));
  TRY(auto hash, hash_of_new(ports, wanted.pass_phrase, name));
  const AuditNote note{
      now, {}, address, "account.make", "account " + name.str(), *root, "first administrator"};
  const account::Office office{{}, account::Role::administrator, *root, ports.clock.today(), {}};
  const NewAccount account{std::move(name), std::move(person), std::move(hash), {office}, {}, {}};
  return ports.database.act(
      [&](Writer& writer) { return writer.make_first_administrator(digest, account, note); });
}

Result<StoredAccount> confirmed(const AccountPorts& ports, const Asker& asker, const std::string& typed) {
  TRY(demand_session(asker));
  const Instant now = ports.clock.now();
  if (const auto wait = ports.gate.attempt(asker.name, asker.address, now); wait.count() > 0)
    return fail(ErrorCode::sign_in_wait, {{"seconds", std::to_string(wait.count())}});
  TRY(auto account, ports.database.account(asker.account.value()));
  if (!account || account->closed) return fail(ErrorCode::session_ended);
  const auto phrase = account::normal_pass_phrase(typed);
  bool right = false;
  if (phrase) {
    TRY(right, ports.secrets.is_pass_phrase(phrase.value(), account->hash));
  }
  if (!right) {
    TRY(write_note(ports.database, note_of(asker, now, "pass_phrase.refused", {})));
    return fail(ErrorCode::passphrase_wrong);
  }
  ports.gate.succeeded(asker.name, asker.address);
  return *std::move(account);
}

Result<> change_pass_phrase(const AccountPorts& ports, const Asker& asker, const std::string& old_phrase,
                            const std::string& new_phrase) {
  TRY(const auto account, confirmed(ports, asker, old_phrase));
  TRY(const auto hash, hash_of_new(ports, new_phrase, account.name));
  const auto note = note_of(asker, ports.clock.now(), "pass_phrase.change", {});
  return ports.database.act(
      [&](Writer& writer) { return writer.set_pass_phrase(account.id, account.hash, hash, note); });
}

}  // namespace nucong::app
