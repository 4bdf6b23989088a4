// What programs hold, and the answers they were given.
#include <algorithm>

#include <fmt/format.h>
#include <soci/soci.h>

#include "store/detail/sql_accounts.hpp"

namespace nucong::store {
namespace {

using app::KeptAnswer;
using app::StoredToken;

constexpr std::string_view token_columns = "digest, account, name, made, expires, may_write";
constexpr std::string_view answer_columns = "account, request_key, request, answer, expires";

Result<StoredToken> token_in(const Row& row) {
  return StoredToken{row.string(0),
                     account_of(row, 1),
                     row.string(2),
                     instant_of(row.integer(3)),
                     instant_of(row.integer(4)),
                     row.integer(5) != 0};
}

Result<KeptAnswer> answer_in(const Row& row) {
  return KeptAnswer{account_of(row, 0), row.string(1), row.string(2), row.string(3),
                    instant_of(row.integer(4))};
}

}  // namespace

Result<> SqlAccountStore::make_token(const StoredToken& token, const app::AuditNote& note) {
  return acting([&]() -> Result<> {
    TRY(open_account(token.account));
    if (any("SELECT name FROM access_token WHERE account = $1 AND name = $2",
            {std::int64_t{token.account.value}, std::string_view(token.name)}))
      return fail(ErrorCode::token_name_taken, {{"name", token.name}});
    const auto sink = engine_->insert("access_token", token_columns);
    sink->row(token.digest, token.account.value, token.name, seconds_of(token.made),
              seconds_of(token.expires), token.may_write ? 1 : 0);
    sink->finish();
    write_notes({&note, 1});
    return ok();
  });
}

Result<std::optional<StoredToken>> SqlAccountStore::token(const std::string& digest, app::Instant now) {
  return reading([&]() -> Result<std::optional<StoredToken>> {
    TRY(auto found,
        rows(fmt::format("SELECT {} FROM access_token WHERE digest = $1 AND expires > $2", token_columns),
             {std::string_view(digest), seconds_of(now)}, token_in));
    return at_most_one(std::move(found));
  });
}

Result<std::vector<StoredToken>> SqlAccountStore::tokens_of(app::AccountId id) {
  return reading([&]() -> Result<std::vector<StoredToken>> {
    TRY(auto found, rows(fmt::format("SELECT {} FROM access_token WHERE account = $1", token_columns),
                         {std::int64_t{id.value}}, token_in));
    std::ranges::sort(found, {}, &StoredToken::name);
    return found;
  });
}

Result<> SqlAccountStore::revoke_token(app::AccountId id, const std::string& name,
                                       const app::AuditNote& note) {
  return acting([&]() -> Result<> {
    if (!any("SELECT name FROM access_token WHERE account = $1 AND name = $2",
             {std::int64_t{id.value}, std::string_view(name)}))
      return fail(ErrorCode::token_unknown, {{"name", name}});
    const auto key = static_cast<long long>(id.value);
    engine_->session() << "DELETE FROM access_token WHERE account = :a AND name = :n", soci::use(key),
        soci::use(name);
    write_notes({&note, 1});
    return ok();
  });
}

Result<std::optional<KeptAnswer>> SqlAccountStore::kept_answer(app::AccountId id, const std::string& key,
                                                               app::Instant now) {
  return reading([&]() -> Result<std::optional<KeptAnswer>> {
    TRY(auto found,
        rows(
            fmt::format("SELECT {} FROM kept_answer WHERE account = $1 AND request_key = $2 AND expires > $3",
                        answer_columns),
            {std::int64_t{id.value}, std::string_view(key), seconds_of(now)}, answer_in));
    return at_most_one(std::move(found));
  });
}

Result<> SqlAccountStore::keep_answer(const KeptAnswer& answer, app::Instant now) {
  return acting([&]() -> Result<> {
    TRY(open_account(answer.account));
    engine_->session() << fmt::format("DELETE FROM kept_answer WHERE expires <= {}", seconds_of(now));
    if (any("SELECT request FROM kept_answer WHERE account = $1 AND request_key = $2",
            {std::int64_t{answer.account.value}, std::string_view(answer.key)}))
      return fail(ErrorCode::request_key_taken);
    const auto sink = engine_->insert("kept_answer", answer_columns);
    sink->row(answer.account.value, answer.key, answer.request, answer.answer, seconds_of(answer.expires));
    sink->finish();
    return ok();
  });
}

}  // namespace nucong::store
