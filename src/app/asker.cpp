#include "app/asker.hpp"

#include <algorithm>

namespace nucong::app {
namespace {

/// A session is written to no more often than that.
constexpr std::chrono::seconds seen_again{60};

Result<Credentials> holder(const AccountPorts& ports, AccountId id, Means means, const std::string& digest) {
  TRY(const auto account, ports.database.account(id));
  if (!account || account->closed) return fail(ErrorCode::session_ended);
  Credentials found;
  TRY(found.offices, ports.database.offices_of(id));
  found.asker.means = means;
  found.asker.account = id;
  found.asker.name = account->name.str();
  found.asker.person = account->person;
  found.asker.digest = digest;
  return found;
}

}  // namespace

Result<> demand(const Asker& asker, account::Deed deed, Slot unit, const unit::History& history) {
  if (asker.means == Means::console) return ok();
  if (!asker.scope.covers(deed, unit)) {
    const bool known = unit.value < history.size();
    return fail(ErrorCode::scope_exceeded, {{"deed", std::string(account::name_of(deed))},
                                            {"unit", known ? history.unit(unit).code : std::string()}});
  }
  if (!asker.may_write && !account::only_reads(deed)) return fail(ErrorCode::token_read_only);
  return ok();
}

Result<> demand_session(const Asker& asker) {
  if (asker.means == Means::session) return ok();
  return fail(ErrorCode::session_ended);
}

AuditNote note_of(const Asker& asker, Instant now, std::string deed, std::string thing,
                  std::optional<Slot> unit, std::string summary) {
  return {now, asker.account, asker.address, std::move(deed), std::move(thing), unit, std::move(summary)};
}

Result<> write_note(Database& database, const AuditNote& note) {
  return database.act([&](Writer& writer) -> Result<> {
    writer.note(note);
    return ok();
  });
}

Asker Credentials::on(Date day, const unit::Lineage& lineage) const {
  Asker standing = asker;
  standing.scope = account::Scope(offices, day, lineage);
  return standing;
}

Result<Credentials> credentials(const AccountPorts& ports, const std::string& bearer,
                                const std::string& address) {
  const Instant now = ports.clock.now();
  const std::string digest = ports.secrets.digest(bearer);
  TRY(const auto session, ports.database.session(digest, now));
  if (session) {
    TRY(auto found, holder(ports, session->account, Means::session, digest));
    found.asker.address = address;
    if (now - session->last_seen >= seen_again) {
      const Instant expires = std::min(now + session_idle_max, session->created + session_life_max);
      TRY(ports.database.touch_session(digest, now, expires));
    }
    return found;
  }
  TRY(const auto token, ports.database.token(digest, now));
  if (!token) return fail(ErrorCode::session_ended);
  TRY(auto found, holder(ports, token->account, Means::token, digest));
  found.asker.address = address;
  found.asker.may_write = token->may_write;
  return found;
}

Result<Asker> whoami(const AccountPorts& ports, const std::string& bearer, const std::string& address,
                     const unit::Lineage& today) {
  TRY(const auto found, credentials(ports, bearer, address));
  return found.on(ports.clock.today(), today);
}

}  // namespace nucong::app
