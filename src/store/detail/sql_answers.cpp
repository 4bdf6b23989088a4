// What requests were answered that may come again.
#include <fmt/format.h>

#include "store/detail/account_rows.hpp"
#include "store/detail/sql_database.hpp"

namespace nucong::store {
namespace {

using app::KeptAnswer;

constexpr std::string_view answer_columns = "account, request_key, request, answer, expires";

/// One that is over is as none.
constexpr std::string_view keep =
    "INSERT INTO kept_answer (account, request_key, request, answer, expires) SELECT id, CAST($2 AS TEXT), "
    "CAST($3 AS TEXT), CAST($4 AS TEXT), CAST($5 AS BIGINT) FROM account WHERE id = $1 AND closed IS NULL "
    "ON CONFLICT (account, request_key) DO UPDATE SET request = excluded.request, answer = excluded.answer, "
    "expires = excluded.expires WHERE kept_answer.expires <= $6 RETURNING account";

/// So many at a time, so that whoever waits for the same file does not wait long.
constexpr std::int64_t forgotten_max = 1000;

Result<> keep_in(Connection& sql, const KeptAnswer& answer, app::Instant now) {
  if (sql.any(keep, {answer.account, answer.key, answer.request, answer.answer, answer.expires, now}))
    return ok();
  TRY(open_account(sql, answer.account));
  return fail(ErrorCode::request_key_taken);
}

}  // namespace

Result<> SqlWriter::keep_answer(const KeptAnswer& answer, app::Instant now) {
  return keep_in(sql_, answer, now);
}

Result<> SqlDatabase::keep_answer(const KeptAnswer& answer, app::Instant now) {
  return changing_rows([&](Connection& sql) { return keep_in(sql, answer, now); });
}

Result<std::optional<KeptAnswer>> SqlDatabase::kept_answer(app::AccountId id, const std::string& key,
                                                           app::Instant now) {
  return asking([&](Connection& sql) -> Result<std::optional<KeptAnswer>> {
    TRY(auto found,
        sql.rows(
            fmt::format("SELECT {} FROM kept_answer WHERE account = $1 AND request_key = $2 AND expires > $3",
                        answer_columns),
            {id, key, now}, [](const Row& row) -> Result<KeptAnswer> {
              return KeptAnswer{row.account(0), row.string(1), row.string(2), row.string(3), row.instant(4)};
            }));
    return at_most_one(std::move(found));
  });
}

Result<> SqlDatabase::forget_answers(app::Instant now) {
  bool more = true;
  while (more) {
    TRY(changing_rows([&](Connection& sql) -> Result<> {
      std::vector<std::pair<std::int64_t, std::string>> over;
      const Value values[] = {now, forgotten_max};
      sql.each_row(
          "SELECT account, request_key FROM kept_answer WHERE expires <= $1 ORDER BY expires LIMIT $2",
          values, [&](const Row& row) {
            over.emplace_back(row.integer(0), row.string(1));
            return true;
          });
      for (const auto& [account, key] : over)
        sql.execute("DELETE FROM kept_answer WHERE account = $1 AND request_key = $2 AND expires <= $3",
                    {account, key, now});
      more = over.size() == static_cast<std::size_t>(forgotten_max);
      return ok();
    }));
  }
  return discard_abandoned();
}

}  // namespace nucong::store
