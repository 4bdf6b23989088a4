#include "http/work_desk.hpp"

namespace nucong::http {

// Always in this order, so that no two wait for each other.
Result<WorkDesk> WorkDesk::lend(Surroundings& around) {
  TRY(auto store, around.stores.lend());
  TRY(auto work, around.works.lend());
  TRY(auto accounts, around.accounts.lend());
  return WorkDesk(around, std::move(store), std::move(work), std::move(accounts));
}

Result<std::string> Persons::of(const std::optional<AccountId>& account) {
  if (!account) return std::string();
  if (const auto at = known_.find(*account); at != known_.end()) return at->second;
  TRY(const auto found, accounts_.account(*account));
  return known_.emplace(*account, found ? found->person : std::string()).first->second;
}

}  // namespace nucong::http
