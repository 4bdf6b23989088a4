#include "store/detail/sql_accounts.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <soci/soci.h>

#include "store/detail/account_words.hpp"

namespace nucong::store {
namespace {

using app::AccountId;
using app::AuditNote;
using app::StoredAccount;

constexpr std::string_view account_columns =
    "id, name, person, pass_phrase, totp_secret, totp_step, made_by, made, closed";

Result<StoredAccount> account_in(const Row& row) {
  auto name = account::UserName::parse(row.text(1));
  if (!name) return fail(ErrorCode::store_damaged, {{"detail", "account.name " + row.string(1)}});
  StoredAccount found{
      account_of(row, 0), std::move(name).value(), row.string(2), row.string(3), {}, {}, {}, {}};
  if (!row.is_null(4)) {
    TRY(auto secret, bytes_of_hex(row.text(4)));
    found.second_factor = app::SecondFactor{std::move(secret), row.integer(5), {}};
  }
  if (!row.is_null(6)) found.made_by = account_of(row, 6);
  found.made = instant_of(row.integer(7));
  if (!row.is_null(8)) found.closed = instant_of(row.integer(8));
  return found;
}

}  // namespace

void SqlAccountStore::forget(std::string_view table, AccountId account, std::string_view condition) {
  engine_->session() << fmt::format("DELETE FROM {} WHERE account = {} AND {}", table, account.value,
                                    condition);
}

Result<std::vector<StoredAccount>> SqlAccountStore::read_accounts(std::string_view condition, Values values) {
  TRY(auto found, rows(fmt::format("SELECT {} FROM account WHERE {} ORDER BY id", account_columns, condition),
                       values, account_in));
  for (StoredAccount& one : found) {
    if (!one.second_factor) continue;
    const Value id = std::int64_t{one.id.value};
    engine_->each_row("SELECT digest FROM recovery_code WHERE account = $1", {&id, 1}, [&](const Row& row) {
      one.second_factor->recovery_codes.push_back(row.string(0));
      return true;
    });
    // By bytes, whatever the database's collation.
    std::ranges::sort(one.second_factor->recovery_codes);
  }
  return found;
}

Result<StoredAccount> SqlAccountStore::open_account(AccountId id) {
  TRY(auto found, read_accounts("id = $1", {std::int64_t{id.value}}));
  if (found.empty()) return unknown_account(id);
  if (found.front().closed) return closed_account(found.front());
  return std::move(found.front());
}

Result<std::vector<StoredAccount>> SqlAccountStore::accounts() {
  return reading([&] { return read_accounts("id > $1", {std::int64_t{0}}); });
}

Result<std::optional<StoredAccount>> SqlAccountStore::account(AccountId id) {
  return reading([&]() -> Result<std::optional<StoredAccount>> {
    TRY(auto found, read_accounts("id = $1", {std::int64_t{id.value}}));
    return at_most_one(std::move(found));
  });
}

Result<std::optional<StoredAccount>> SqlAccountStore::find(const account::UserName& name) {
  return reading([&]() -> Result<std::optional<StoredAccount>> {
    TRY(auto found, read_accounts("name = $1", {std::string_view(name.str())}));
    return at_most_one(std::move(found));
  });
}

Result<AccountId> SqlAccountStore::write_account(const app::NewAccount& account, app::Instant made) {
  if (any("SELECT id FROM account WHERE name = $1", {std::string_view(account.name.str())}))
    return fail(ErrorCode::account_name_taken, {{"name", account.name.str()}});
  const AccountId id(static_cast<std::uint32_t>(number("SELECT COALESCE(max(id), 0) FROM account")) + 1);
  const auto made_by = account.made_by ? std::optional(account.made_by->value) : std::nullopt;
  {
    const auto sink = engine_->insert("account", "id, name, person, pass_phrase, totp_step, made_by, made");
    sink->row(id.value, account.name.str(), account.person, account.hash, 0, made_by, seconds_of(made));
    sink->finish();
  }
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

Result<AccountId> SqlAccountStore::make_account(const app::NewAccount& account, const AuditNote& note) {
  return acting([&]() -> Result<AccountId> {
    TRY(const auto id, write_account(account, note.at));
    write_notes({&note, 1});
    return id;
  });
}

Result<AccountId> SqlAccountStore::make_first_administrator(const std::string& link,
                                                            const app::NewAccount& account,
                                                            const AuditNote& note) {
  return acting([&]() -> Result<AccountId> {
    TRY(use_link(link, app::LinkKind::first_administrator, note.at));
    if (has_administrator()) return fail(ErrorCode::administrator_exists);
    TRY(const auto id, write_account(account, note.at));
    write_notes({&note, 1});
    return id;
  });
}

Result<> SqlAccountStore::close_account(AccountId id, Date day, const AuditNote& note) {
  return acting([&]() -> Result<> {
    TRY(const auto account, open_account(id));
    TRY(const auto offices, read_offices("account = $1", {std::int64_t{id.value}}));
    engine_->session() << fmt::format(
        "UPDATE account SET closed = {}, pass_phrase = '', totp_secret = NULL WHERE id = {}",
        seconds_of(note.at), id.value);
    if (std::ranges::any_of(offices, is_lasting_administrator) && !has_administrator())
      return last_administrator(account);
    forget("office", id, fmt::format("from_day >= {}", day_number(day)));
    engine_->session() << fmt::format(
        "UPDATE office SET to_day = {0} WHERE account = {1} AND (to_day IS NULL OR to_day > {0})",
        day_number(day), id.value);
    for (const std::string_view table :
         {"session", "access_token", "one_time_link", "kept_answer", "recovery_code"})
      forget(table, id);
    write_notes({&note, 1});
    return ok();
  });
}

Result<> SqlAccountStore::set_pass_phrase(AccountId id, const std::string& known, const std::string& hash,
                                          const AuditNote& note) {
  return acting([&]() -> Result<> {
    TRY(const auto account, open_account(id));
    if (account.hash != known) return fail(ErrorCode::passphrase_wrong);
    const auto key = static_cast<long long>(id.value);
    engine_->session() << "UPDATE account SET pass_phrase = :h WHERE id = :a", soci::use(hash),
        soci::use(key);
    write_notes({&note, 1});
    return ok();
  });
}

Result<> SqlAccountStore::enrol_second_factor(AccountId id, const app::SecondFactor& factor,
                                              const AuditNote& note) {
  return acting([&]() -> Result<> {
    TRY(const auto account, open_account(id));
    if (account.second_factor) return fail(ErrorCode::totp_enrolled);
    engine_->session() << fmt::format("UPDATE account SET totp_secret = '{}', totp_step = {} WHERE id = {}",
                                      hex_of(factor.secret), factor.last_step, id.value);
    const auto sink = engine_->insert("recovery_code", "account, digest");
    for (const std::string& code : factor.recovery_codes) sink->row(id.value, code);
    sink->finish();
    write_notes({&note, 1});
    return ok();
  });
}

}  // namespace nucong::store
