// Which units have somebody in office: what the memory model of accounts shares with the others.
#pragma once

#include <memory>
#include <vector>

#include "account/office.hpp"
#include "app/account_store.hpp"

namespace nucong::store {

/// All terms, in no order.
using MemoryOffices = std::vector<account::Office>;

[[nodiscard]] std::unique_ptr<app::AccountStore> make_memory_account_store(
    std::shared_ptr<MemoryOffices> offices, app::Digest digest);

}  // namespace nucong::store
