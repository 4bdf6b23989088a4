#include <algorithm>

#include <fmt/format.h>
#include <soci/soci.h>

#include "store/detail/account_words.hpp"
#include "store/detail/sql_accounts.hpp"

namespace nucong::store {
namespace {

using app::StoredSession;

constexpr std::string_view session_columns =
    "digest, account, created, last_seen, expires, address, user_agent";

Result<StoredSession> session_in(const Row& row) {
  return StoredSession{row.string(0),
                       account_of(row, 1),
                       instant_of(row.integer(2)),
                       instant_of(row.integer(3)),
                       instant_of(row.integer(4)),
                       row.string(5),
                       row.string(6)};
}

}  // namespace

Result<> SqlAccountStore::sign_in(const StoredSession& session, const app::Proof& proof,
                                  const std::optional<std::string>& replaced, const app::AuditNote& note) {
  return acting([&]() -> Result<> {
    TRY(const auto account, open_account(session.account));
    if (account.hash != proof.hash) return fail(ErrorCode::passphrase_wrong);
    if (proof.step) {
      if (!account.second_factor || account.second_factor->last_step >= *proof.step)
        return fail(ErrorCode::totp_wrong);
      engine_->session() << fmt::format("UPDATE account SET totp_step = {} WHERE id = {}", *proof.step,
                                        session.account.value);
    }
    auto& sql = engine_->session();
    const auto id = static_cast<long long>(session.account.value);
    if (proof.recovery_code) {
      if (!account.second_factor ||
          !std::ranges::binary_search(account.second_factor->recovery_codes, *proof.recovery_code))
        return fail(ErrorCode::totp_wrong);
      sql << "DELETE FROM recovery_code WHERE account = :a AND digest = :d", soci::use(id),
          soci::use(*proof.recovery_code);
    }
    if (replaced) sql << "DELETE FROM session WHERE digest = :d", soci::use(*replaced);
    forget("session", session.account, fmt::format("expires <= {}", seconds_of(note.at)));
    const auto sink = engine_->insert("session", session_columns);
    sink->row(session.digest, session.account.value, seconds_of(session.created),
              seconds_of(session.last_seen), seconds_of(session.expires), session.address,
              session.user_agent);
    sink->finish();
    write_notes({&note, 1});
    return ok();
  });
}

Result<std::optional<StoredSession>> SqlAccountStore::session(const std::string& digest, app::Instant now) {
  return reading([&]() -> Result<std::optional<StoredSession>> {
    TRY(auto found,
        rows(fmt::format("SELECT {} FROM session WHERE digest = $1 AND expires > $2", session_columns),
             {std::string_view(digest), seconds_of(now)}, session_in));
    return at_most_one(std::move(found));
  });
}

Result<std::vector<StoredSession>> SqlAccountStore::sessions_of(app::AccountId id, app::Instant now) {
  return reading([&]() -> Result<std::vector<StoredSession>> {
    TRY(auto found,
        rows(fmt::format("SELECT {} FROM session WHERE account = $1 AND expires > $2", session_columns),
             {std::int64_t{id.value}, seconds_of(now)}, session_in));
    std::ranges::sort(found, {}, [](const StoredSession& one) {
      return std::pair(-seconds_of(one.last_seen), std::string_view(one.digest));
    });
    return found;
  });
}

Result<> SqlAccountStore::touch_session(const std::string& digest, app::Instant seen, app::Instant expires) {
  return acting([&]() -> Result<> {
    const long long seen_at = seconds_of(seen);
    const long long until = seconds_of(expires);
    engine_->session() << "UPDATE session SET last_seen = :s, expires = :e WHERE digest = :d",
        soci::use(seen_at), soci::use(until), soci::use(digest);
    return ok();
  });
}

Result<> SqlAccountStore::sign_out(const std::string& digest, const app::AuditNote& note) {
  return acting([&]() -> Result<> {
    if (!any("SELECT digest FROM session WHERE digest = $1", {std::string_view(digest)}))
      return fail(ErrorCode::session_ended);
    engine_->session() << "DELETE FROM session WHERE digest = :d", soci::use(digest);
    write_notes({&note, 1});
    return ok();
  });
}

}  // namespace nucong::store
