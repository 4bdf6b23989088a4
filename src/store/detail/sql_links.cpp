#include <fmt/format.h>

#include "store/detail/account_rows.hpp"
#include "store/detail/account_words.hpp"
#include "store/detail/sql_database.hpp"

namespace nucong::store {
namespace {

using app::StoredLink;

constexpr std::string_view link_columns = "digest, kind, account, made, expires";

Result<StoredLink> link_in(const Row& row) {
  TRY(const auto kind, parse_link_kind(row.text(1)));
  StoredLink link{row.string(0), kind, {}, row.instant(3), row.instant(4)};
  if (!row.is_null(2)) link.account = row.account(2);
  return link;
}

}  // namespace

void SqlWriter::write_link(const StoredLink& link) {
  if (link.account)
    sql_.execute("DELETE FROM one_time_link WHERE kind = $1 AND account = $2",
                 {name_of(link.kind), link.account});
  else
    sql_.execute("DELETE FROM one_time_link WHERE kind = $1 AND account IS NULL", {name_of(link.kind)});
  sql_.insert_row("one_time_link", link_columns, link.digest, name_of(link.kind), link.account, link.made,
                  link.expires);
}

Result<> SqlWriter::make_link(const StoredLink& link, const app::AuditNote& note) {
  if (link.account) {
    TRY(open_account(*link.account));
  }
  if (link.kind == app::LinkKind::first_administrator && has_administrator())
    return fail(ErrorCode::administrator_exists);
  write_link(link);
  this->note(note);
  return ok();
}

Result<std::optional<StoredLink>> SqlDatabase::link(const std::string& digest, app::Instant now) {
  return asking([&](Connection& sql) -> Result<std::optional<StoredLink>> {
    TRY(auto found,
        sql.rows(fmt::format("SELECT {} FROM one_time_link WHERE digest = $1 AND expires > $2", link_columns),
                 {digest, now}, link_in));
    return at_most_one(std::move(found));
  });
}

Result<StoredLink> SqlWriter::use_link(const std::string& digest, app::LinkKind kind, app::Instant now) {
  TRY(auto found,
      sql_.rows(fmt::format("SELECT {} FROM one_time_link WHERE digest = $1 AND kind = $2 AND expires > $3",
                            link_columns),
                {digest, name_of(kind), now}, link_in));
  if (found.empty()) return fail(ErrorCode::link_ended);
  sql_.execute("DELETE FROM one_time_link WHERE digest = $1", {digest});
  return std::move(found.front());
}

Result<> SqlWriter::reset_pass_phrase(const std::string& link, const std::string& hash,
                                      const app::AuditNote& note) {
  TRY(const auto used, use_link(link, app::LinkKind::pass_phrase, note.at));
  sql_.execute("UPDATE account SET pass_phrase = $1 WHERE id = $2", {hash, used.account.value()});
  for (const std::string_view table : {"session", "access_token", "one_time_link"})
    forget(table, *used.account);
  this->note(note);
  return ok();
}

Result<> SqlWriter::reset_second_factor(const std::string& link, const app::AuditNote& note) {
  TRY(const auto used, use_link(link, app::LinkKind::second_factor, note.at));
  sql_.execute("UPDATE account SET totp_secret = NULL, totp_step = 0 WHERE id = $1", {used.account.value()});
  for (const std::string_view table : {"session", "recovery_code"}) forget(table, *used.account);
  this->note(note);
  return ok();
}

}  // namespace nucong::store
