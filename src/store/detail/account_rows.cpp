#include "store/detail/account_rows.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "store/detail/account_words.hpp"

namespace nucong::store {
namespace {

using account::Office;
using app::StoredAccount;

constexpr std::string_view account_columns =
    "id, name, person, pass_phrase, totp_secret, totp_step, made_by, made, closed";

Result<StoredAccount> account_in(const Row& row) {
  auto name = account::UserName::parse(row.text(1));
  if (!name) return fail(ErrorCode::store_damaged, {{"detail", "account.name " + row.string(1)}});
  StoredAccount found{row.account(0), std::move(name).value(), row.string(2), row.string(3), {}, {}, {}, {}};
  if (!row.is_null(4)) {
    TRY(auto secret, bytes_of_hex(row.text(4)));
    found.second_factor = app::SecondFactor{std::move(secret), row.integer(5), {}};
  }
  if (!row.is_null(6)) found.made_by = row.account(6);
  found.made = row.instant(7);
  if (!row.is_null(8)) found.closed = row.instant(8);
  return found;
}

constexpr std::string_view office_columns = "unit, role, from_day, account, to_day";

Result<Office> office_in(const Row& row) {
  const auto role = account::parse_role(row.text(1));
  if (!role) return fail(ErrorCode::store_damaged, {{"detail", "office.role " + row.string(1)}});
  Office office{row.account(3), role.value(), row.slot(0), row.day(2), {}};
  if (!row.is_null(4)) office.to = row.day(4);
  return office;
}

// By role as the roles are listed, whatever the database makes of their names.
auto in_order(const Office& office) {
  return std::tuple(office.unit, office.role, office.from, office.account);
}

}  // namespace

Result<std::vector<StoredAccount>> read_accounts(Connection& sql, std::string_view condition,
                                                 std::initializer_list<Value> values) {
  TRY(auto found,
      sql.rows(fmt::format("SELECT {} FROM account WHERE {} ORDER BY id", account_columns, condition), values,
               account_in));
  for (StoredAccount& one : found) {
    if (!one.second_factor) continue;
    const Value id = one.id;
    sql.each_row("SELECT digest FROM recovery_code WHERE account = $1", {&id, 1}, [&](const Row& row) {
      one.second_factor->recovery_codes.push_back(row.string(0));
      return true;
    });
    // By bytes, whatever the database's collation.
    std::ranges::sort(one.second_factor->recovery_codes);
  }
  return found;
}

Result<StoredAccount> open_account(Connection& sql, app::AccountId id) {
  TRY(auto found, read_accounts(sql, "id = $1", {id}));
  if (found.empty()) return unknown_account(id);
  if (found.front().closed) return closed_account(found.front());
  return std::move(found.front());
}

Result<std::vector<Office>> read_offices(Connection& sql, std::string_view condition,
                                         std::initializer_list<Value> values) {
  TRY(auto found,
      sql.rows(fmt::format("SELECT {} FROM office WHERE {}", office_columns, condition), values, office_in));
  std::ranges::sort(found, {}, in_order);
  return found;
}

}  // namespace nucong::store
