// Accounts and offices as both reading and writing find them.
#pragma once

#include <string_view>
#include <vector>

#include "app/stored_account.hpp"
#include "store/detail/connection.hpp"

namespace nucong::store {

/// By number.
[[nodiscard]] Result<std::vector<app::StoredAccount>> read_accounts(Connection& sql,
                                                                    std::string_view condition,
                                                                    std::initializer_list<Value> values);
/// Errors: `account.unknown`, `account.closed`.
[[nodiscard]] Result<app::StoredAccount> open_account(Connection& sql, app::AccountId id);

/// By unit, role, first day and account.
[[nodiscard]] Result<std::vector<account::Office>> read_offices(Connection& sql, std::string_view condition,
                                                                std::initializer_list<Value> values);

}  // namespace nucong::store
