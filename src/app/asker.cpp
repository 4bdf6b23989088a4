#include "app/asker.hpp"

#include <algorithm>

namespace nucong::app {
namespace {

/// A session is written to no more often than that.
constexpr std::chrono::seconds seen_again{60};

Result<Asker> asker_of(const AccountPorts& ports, AccountId id, const std::string& address,
                       const unit::Lineage& today) {
  TRY(const auto account, ports.accounts.account(id));
  if (!account || account->closed) return fail(ErrorCode::session_ended);
  TRY(const auto offices, ports.accounts.offices_of(id));
  Asker asker;
  asker.account = id;
  asker.name = account->name.str();
  asker.person = account->person;
  asker.address = address;
  asker.scope = account::Scope(offices, ports.clock.today(), today);
  return asker;
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

Result<Asker> whoami(const AccountPorts& ports, const std::string& bearer, const std::string& address,
                     const unit::Lineage& today) {
  const Instant now = ports.clock.now();
  const std::string digest = ports.secrets.digest(bearer);
  TRY(const auto session, ports.accounts.session(digest, now));
  if (session) {
    TRY(auto asker, asker_of(ports, session->account, address, today));
    asker.means = Means::session;
    asker.digest = digest;
    if (now - session->last_seen >= seen_again) {
      const Instant expires = std::min(now + session_idle_max, session->created + session_life_max);
      TRY(ports.accounts.touch_session(digest, now, expires));
    }
    return asker;
  }
  TRY(const auto token, ports.accounts.token(digest, now));
  if (!token) return fail(ErrorCode::session_ended);
  TRY(auto asker, asker_of(ports, token->account, address, today));
  asker.means = Means::token;
  asker.digest = digest;
  asker.may_write = token->may_write;
  return asker;
}

}  // namespace nucong::app
