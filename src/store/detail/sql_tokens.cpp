// What programs hold.
#include <algorithm>

#include <fmt/format.h>

#include "store/detail/account_rows.hpp"
#include "store/detail/sql_database.hpp"

namespace nucong::store {
namespace {

using app::StoredToken;

constexpr std::string_view token_columns = "digest, account, name, made, expires, may_write";

Result<StoredToken> token_in(const Row& row) {
  return StoredToken{row.string(0),  row.account(1), row.string(2),
                     row.instant(3), row.instant(4), row.integer(5) != 0};
}

}  // namespace

Result<> SqlWriter::make_token(const StoredToken& token, const app::AuditNote& note) {
  TRY(open_account(token.account));
  if (sql_.any("SELECT name FROM access_token WHERE account = $1 AND name = $2", {token.account, token.name}))
    return fail(ErrorCode::token_name_taken, {{"name", token.name}});
  sql_.insert_row("access_token", token_columns, token.digest, token.account, token.name, token.made,
                  token.expires, token.may_write);
  this->note(note);
  return ok();
}

Result<std::optional<StoredToken>> SqlDatabase::token(const std::string& digest, app::Instant now) {
  return asking([&](Connection& sql) -> Result<std::optional<StoredToken>> {
    TRY(auto found,
        sql.rows(fmt::format("SELECT {} FROM access_token WHERE digest = $1 AND expires > $2", token_columns),
                 {digest, now}, token_in));
    return at_most_one(std::move(found));
  });
}

Result<std::vector<StoredToken>> SqlDatabase::tokens_of(app::AccountId id) {
  return asking([&](Connection& sql) -> Result<std::vector<StoredToken>> {
    TRY(auto found, sql.rows(fmt::format("SELECT {} FROM access_token WHERE account = $1", token_columns),
                             {id}, token_in));
    std::ranges::sort(found, {}, &StoredToken::name);
    return found;
  });
}

Result<> SqlWriter::revoke_token(app::AccountId id, const std::string& name, const app::AuditNote& note) {
  if (!sql_.any("SELECT name FROM access_token WHERE account = $1 AND name = $2", {id, name}))
    return fail(ErrorCode::token_unknown, {{"name", name}});
  sql_.execute("DELETE FROM access_token WHERE account = $1 AND name = $2", {id, name});
  this->note(note);
  return ok();
}

}  // namespace nucong::store
