#include <algorithm>

#include "store/detail/account_rows.hpp"
#include "store/detail/account_words.hpp"
#include "store/detail/sql_database.hpp"

namespace nucong::store {

using app::AccountId;
using app::AuditNote;
using app::StoredAccount;

void SqlWriter::forget(std::string_view table, AccountId account) {
  sql_.execute("DELETE FROM " + std::string(table) + " WHERE account = $1", {account});
}

Result<StoredAccount> SqlWriter::open_account(AccountId id) {
  return store::open_account(sql_, id);
}

Result<std::vector<StoredAccount>> SqlDatabase::accounts() {
  return reading([&](Connection& sql) { return read_accounts(sql, "id > $1", {0}); });
}

Result<std::optional<StoredAccount>> SqlDatabase::account(AccountId id) {
  return reading([&](Connection& sql) -> Result<std::optional<StoredAccount>> {
    TRY(auto found, read_accounts(sql, "id = $1", {id}));
    return at_most_one(std::move(found));
  });
}

Result<std::optional<StoredAccount>> SqlDatabase::account_named(const account::UserName& name) {
  return reading([&](Connection& sql) -> Result<std::optional<StoredAccount>> {
    TRY(auto found, read_accounts(sql, "name = $1", {name.str()}));
    return at_most_one(std::move(found));
  });
}

Result<AccountId> SqlWriter::write_account(const app::NewAccount& account, app::Instant made) {
  if (sql_.any("SELECT id FROM account WHERE name = $1", {account.name.str()}))
    return fail(ErrorCode::account_name_taken, {{"name", account.name.str()}});
  const AccountId id(static_cast<std::uint32_t>(sql_.number("SELECT COALESCE(max(id), 0) FROM account")) + 1);
  sql_.insert_row("account", "id, name, person, pass_phrase, totp_step, made_by, made", id,
                  account.name.str(), account.person, account.hash, 0, account.made_by, made);
  for (account::Office office : account.offices) {
    office.account = id;
    TRY(write_office(office));
  }
  if (account.invitation) {
    app::StoredLink link = *account.invitation;
    link.account = id;
    write_link(link);
  }
  return id;
}

Result<AccountId> SqlWriter::make_account(const app::NewAccount& account, const AuditNote& note) {
  TRY(const auto id, write_account(account, note.at));
  this->note(note);
  return id;
}

Result<AccountId> SqlWriter::make_first_administrator(const std::string& link, const app::NewAccount& account,
                                                      const AuditNote& note) {
  TRY(use_link(link, app::LinkKind::first_administrator, note.at));
  if (has_administrator()) return fail(ErrorCode::administrator_exists);
  TRY(const auto id, write_account(account, note.at));
  this->note(note);
  return id;
}

Result<> SqlWriter::close_account(AccountId id, Date day, const AuditNote& note) {
  TRY(const auto account, open_account(id));
  TRY(const auto offices, read_offices(sql_, "account = $1", {id}));
  sql_.execute("UPDATE account SET closed = $1, pass_phrase = '', totp_secret = NULL WHERE id = $2",
               {note.at, id});
  if (std::ranges::any_of(offices, is_lasting_administrator) && !has_administrator())
    return last_administrator(account);
  sql_.execute("DELETE FROM office WHERE account = $1 AND from_day >= $2", {id, day});
  sql_.execute("UPDATE office SET to_day = $1 WHERE account = $2 AND (to_day IS NULL OR to_day > $1)",
               {day, id});
  for (const std::string_view table :
       {"session", "access_token", "one_time_link", "kept_answer", "recovery_code"})
    forget(table, id);
  this->note(note);
  return ok();
}

Result<> SqlWriter::set_pass_phrase(AccountId id, const std::string& known, const std::string& hash,
                                    const AuditNote& note) {
  TRY(const auto account, open_account(id));
  if (account.hash != known) return fail(ErrorCode::passphrase_wrong);
  sql_.execute("UPDATE account SET pass_phrase = $1 WHERE id = $2", {hash, id});
  this->note(note);
  return ok();
}

Result<> SqlWriter::enrol_second_factor(AccountId id, const app::SecondFactor& factor,
                                        const AuditNote& note) {
  TRY(const auto account, open_account(id));
  if (account.second_factor) return fail(ErrorCode::totp_enrolled);
  sql_.execute("UPDATE account SET totp_secret = $1, totp_step = $2 WHERE id = $3",
               {hex_of(factor.secret), factor.last_step, id});
  for (const std::string& code : factor.recovery_codes)
    sql_.insert_row("recovery_code", "account, digest", id, code);
  this->note(note);
  return ok();
}

}  // namespace nucong::store
