// The names that others see of accounts.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "app/database.hpp"

namespace nucong::http {

/// Each looked up once.
class Persons {
 public:
  explicit Persons(app::Reader& reader) : reader_(reader) {}

  /// Empty for the console. Errors: those of the database.
  [[nodiscard]] Result<std::string> of(const std::optional<AccountId>& account) {
    if (!account) return std::string();
    if (const auto at = known_.find(*account); at != known_.end()) return at->second;
    TRY(const auto found, reader_.account(*account));
    return known_.emplace(*account, found ? found->person : std::string()).first->second;
  }

 private:
  app::Reader& reader_;
  std::map<AccountId, std::string> known_;
};

}  // namespace nucong::http
