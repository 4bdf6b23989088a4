// What an act on reports needs: connections of its own, and the names of whoever did something before.
#pragma once

#include <map>
#include <string>

#include "app/report_work.hpp"
#include "http/surroundings.hpp"

namespace nucong::http {

/// Connections, given back when it ends.
class WorkDesk {
 public:
  [[nodiscard]] static Result<WorkDesk> lend(Surroundings& around);

  [[nodiscard]] app::WorkPorts ports() const {
    return {*store_, *work_, *accounts_, around_->ports.clock, around_->secrets};
  }

 private:
  WorkDesk(Surroundings& around, live::Pool<app::Store>::Lease store, live::Pool<app::WorkStore>::Lease work,
           live::Pool<app::AccountStore>::Lease accounts)
      : around_(&around), store_(std::move(store)), work_(std::move(work)), accounts_(std::move(accounts)) {}

  Surroundings* around_;
  live::Pool<app::Store>::Lease store_;
  live::Pool<app::WorkStore>::Lease work_;
  live::Pool<app::AccountStore>::Lease accounts_;
};

/// The names that others see of accounts, each looked up once.
class Persons {
 public:
  explicit Persons(app::AccountStore& accounts) : accounts_(accounts) {}

  /// Empty for the console. Errors: those of the store.
  [[nodiscard]] Result<std::string> of(const std::optional<AccountId>& account);

 private:
  app::AccountStore& accounts_;
  std::map<AccountId, std::string> known_;
};

}  // namespace nucong::http
