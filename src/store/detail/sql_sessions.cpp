#include <algorithm>

#include <fmt/format.h>

#include "store/detail/account_rows.hpp"
#include "store/detail/account_words.hpp"
#include "store/detail/sql_database.hpp"

namespace nucong::store {
namespace {

using app::StoredSession;

constexpr std::string_view session_columns =
    "digest, account, created, last_seen, expires, address, user_agent";

Result<StoredSession> session_in(const Row& row) {
  return StoredSession{row.string(0),  row.account(1), row.instant(2), row.instant(3),
                       row.instant(4), row.string(5),  row.string(6)};
}

}  // namespace

Result<> SqlWriter::sign_in(const StoredSession& session, const app::Proof& proof,
                            const std::optional<std::string>& replaced, const app::AuditNote& note) {
  TRY(const auto account, open_account(session.account));
  if (account.hash != proof.hash) return fail(ErrorCode::passphrase_wrong);
  if (proof.step) {
    if (!account.second_factor || account.second_factor->last_step >= *proof.step)
      return fail(ErrorCode::totp_wrong);
    sql_.execute("UPDATE account SET totp_step = $1 WHERE id = $2", {*proof.step, session.account});
  }
  if (proof.recovery_code) {
    if (!account.second_factor ||
        !std::ranges::binary_search(account.second_factor->recovery_codes, *proof.recovery_code))
      return fail(ErrorCode::totp_wrong);
    sql_.execute("DELETE FROM recovery_code WHERE account = $1 AND digest = $2",
                 {session.account, *proof.recovery_code});
  }
  if (replaced) sql_.execute("DELETE FROM session WHERE digest = $1", {*replaced});
  sql_.execute("DELETE FROM session WHERE account = $1 AND expires <= $2", {session.account, note.at});
  sql_.insert_row("session", session_columns, session.digest, session.account, session.created,
                  session.last_seen, session.expires, session.address, session.user_agent);
  this->note(note);
  return ok();
}

Result<std::optional<StoredSession>> SqlDatabase::session(const std::string& digest, app::Instant now) {
  return asking([&](Connection& sql) -> Result<std::optional<StoredSession>> {
    TRY(auto found,
        sql.rows(fmt::format("SELECT {} FROM session WHERE digest = $1 AND expires > $2", session_columns),
                 {digest, now}, session_in));
    return at_most_one(std::move(found));
  });
}

Result<std::vector<StoredSession>> SqlDatabase::sessions_of(app::AccountId id, app::Instant now) {
  return asking([&](Connection& sql) -> Result<std::vector<StoredSession>> {
    TRY(auto found,
        sql.rows(fmt::format("SELECT {} FROM session WHERE account = $1 AND expires > $2", session_columns),
                 {id, now}, session_in));
    std::ranges::sort(found, {}, [](const StoredSession& one) {
      return std::pair(-seconds_of(one.last_seen), std::string_view(one.digest));
    });
    return found;
  });
}

Result<> SqlDatabase::touch_session(const std::string& digest, app::Instant seen, app::Instant expires) {
  return changing_rows([&](Connection& sql) -> Result<> {
    sql.execute("UPDATE session SET last_seen = $1, expires = $2 WHERE digest = $3", {seen, expires, digest});
    return ok();
  });
}

Result<> SqlWriter::sign_out(const std::string& digest, const app::AuditNote& note) {
  if (!sql_.any("SELECT digest FROM session WHERE digest = $1", {digest}))
    return fail(ErrorCode::session_ended);
  sql_.execute("DELETE FROM session WHERE digest = $1", {digest});
  this->note(note);
  return ok();
}

}  // namespace nucong::store
