// How accounts are spelled in the database, and the faults that every engine tells alike.
#pragma once

#include <string>
#include <string_view>

#include "app/stored_account.hpp"

namespace nucong::store {

[[nodiscard]] std::string_view name_of(app::LinkKind kind);
/// Errors: `store.damaged` (param `detail`).
[[nodiscard]] Result<app::LinkKind> parse_link_kind(std::string_view text);

/// Bytes as hexadecimal digits and back: a TOTP secret may hold what no TEXT column takes.
[[nodiscard]] std::string hex_of(std::string_view bytes);
/// Errors: `store.damaged` (param `detail`).
[[nodiscard]] Result<std::string> bytes_of_hex(std::string_view hex);

[[nodiscard]] Error unknown_account(app::AccountId id);
[[nodiscard]] Error closed_account(const app::StoredAccount& account);
[[nodiscard]] Error last_administrator(const app::StoredAccount& account);
[[nodiscard]] Error changed_office(const account::Office& office);

/// One whose end would leave nobody: an administrator until further notice.
[[nodiscard]] inline bool is_lasting_administrator(const account::Office& office) {
  return office.role == account::Role::administrator && !office.to;
}

}  // namespace nucong::store
