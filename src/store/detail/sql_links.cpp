#include <fmt/format.h>
#include <soci/soci.h>

#include "store/detail/account_words.hpp"
#include "store/detail/sql_accounts.hpp"

namespace nucong::store {
namespace {

using app::StoredLink;

constexpr std::string_view link_columns = "digest, kind, account, made, expires";

Result<StoredLink> link_in(const Row& row) {
  TRY(const auto kind, parse_link_kind(row.text(1)));
  StoredLink link{row.string(0), kind, {}, instant_of(row.integer(3)), instant_of(row.integer(4))};
  if (!row.is_null(2)) link.account = account_of(row, 2);
  return link;
}

}  // namespace

void SqlAccountStore::write_link(const StoredLink& link) {
  const auto of = link.account ? fmt::format("account = {}", link.account->value) : "account IS NULL";
  engine_->session() << fmt::format("DELETE FROM one_time_link WHERE kind = '{}' AND {}", name_of(link.kind),
                                    of);
  const auto account = link.account ? std::optional(link.account->value) : std::nullopt;
  const auto sink = engine_->insert("one_time_link", link_columns);
  sink->row(link.digest, name_of(link.kind), account, seconds_of(link.made), seconds_of(link.expires));
  sink->finish();
}

Result<> SqlAccountStore::make_link(const StoredLink& link, const app::AuditNote& note) {
  return acting([&]() -> Result<> {
    if (link.account) {
      TRY(open_account(*link.account));
    }
    if (link.kind == app::LinkKind::first_administrator && has_administrator())
      return fail(ErrorCode::administrator_exists);
    write_link(link);
    write_notes({&note, 1});
    return ok();
  });
}

Result<std::optional<StoredLink>> SqlAccountStore::link(const std::string& digest, app::Instant now) {
  return reading([&]() -> Result<std::optional<StoredLink>> {
    TRY(auto found,
        rows(fmt::format("SELECT {} FROM one_time_link WHERE digest = $1 AND expires > $2", link_columns),
             {std::string_view(digest), seconds_of(now)}, link_in));
    return at_most_one(std::move(found));
  });
}

Result<StoredLink> SqlAccountStore::use_link(const std::string& digest, app::LinkKind kind,
                                             app::Instant now) {
  TRY(auto found,
      rows(fmt::format("SELECT {} FROM one_time_link WHERE digest = $1 AND kind = $2 AND expires > $3",
                       link_columns),
           {std::string_view(digest), name_of(kind), seconds_of(now)}, link_in));
  if (found.empty()) return fail(ErrorCode::link_ended);
  engine_->session() << "DELETE FROM one_time_link WHERE digest = :d", soci::use(digest);
  return std::move(found.front());
}

Result<> SqlAccountStore::reset_pass_phrase(const std::string& link, const std::string& hash,
                                            const app::AuditNote& note) {
  return acting([&]() -> Result<> {
    TRY(const auto used, use_link(link, app::LinkKind::pass_phrase, note.at));
    const auto id = static_cast<long long>(used.account.value().value);
    engine_->session() << "UPDATE account SET pass_phrase = :h WHERE id = :a", soci::use(hash), soci::use(id);
    for (const std::string_view table : {"session", "access_token", "one_time_link"})
      forget(table, *used.account);
    write_notes({&note, 1});
    return ok();
  });
}

Result<> SqlAccountStore::reset_second_factor(const std::string& link, const app::AuditNote& note) {
  return acting([&]() -> Result<> {
    TRY(const auto used, use_link(link, app::LinkKind::second_factor, note.at));
    engine_->session() << fmt::format("UPDATE account SET totp_secret = NULL, totp_step = 0 WHERE id = {}",
                                      used.account.value().value);
    for (const std::string_view table : {"session", "recovery_code"}) forget(table, *used.account);
    write_notes({&note, 1});
    return ok();
  });
}

}  // namespace nucong::store
