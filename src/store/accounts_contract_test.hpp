// What every AccountStore must do, whatever it keeps its rows in: the fixture, and small facts to store.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "store/contract_test.hpp"
#include "store/memory_database.hpp"
#include "world/plain_secrets.hpp"

namespace nucong::store {

inline app::Digest plain_digest() {
  return [secrets = std::make_shared<world::PlainSecrets>()](std::string_view text) {
    return secrets->digest(text);
  };
}

/// A place for both ports of one database: "memory", "sqlite" or "postgresql".
class AccountHome {
 public:
  explicit AccountHome(const std::string& engine) {
    if (engine == "sqlite") url_ = "sqlite:" + folder_.file("tài khoản.db");
    if (engine == "postgresql") url_ = database_.emplace().url();
    if (url_.empty()) both_ = make_memory_database(plain_digest());
    reopen();
  }

  [[nodiscard]] app::AccountStore& accounts() { return *both_.accounts; }
  [[nodiscard]] app::Store& store() { return *both_.store; }
  [[nodiscard]] const std::string& url() const { return url_; }

  void reopen() {
    if (url_.empty()) return;
    both_ = {};
    both_.store = open(url_, OpenMode::create_if_missing).value();
    both_.accounts = open_accounts(url_, OpenMode::create_if_missing, plain_digest()).value();
  }

 private:
  scratch::Folder folder_;
  std::optional<scratch::PostgresqlDatabase> database_;
  std::string url_;
  MemoryDatabase both_;
};

class AccountContract : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    if (GetParam() == "postgresql" && !scratch::server())
      GTEST_SKIP() << "NUCONG_TEST_POSTGRES names no server; ctest starts one";
    home_.emplace(GetParam());
  }
  app::AccountStore& accounts() { return home_->accounts(); }
  AccountHome& home() { return *home_; }

  app::AccountId make(const std::string& name, std::vector<account::Office> offices = {}) {
    return accounts().make_account(new_account(name, std::move(offices)), note("account.make")).value();
  }

 public:
  static app::NewAccount new_account(const std::string& name, std::vector<account::Office> offices = {}) {
    return {.name = account::UserName::parse(name).value(),
            .person = "Chị " + name,
            .hash = "plain:" + name,
            .offices = std::move(offices),
            .made_by = {},
            .invitation = {}};
  }
  static app::Instant at(int seconds) { return app::Instant(std::chrono::seconds(1'800'000'000 + seconds)); }
  static app::AuditNote note(const std::string& deed, int seconds = 0) {
    return {.at = at(seconds),
            .account = {},
            .address = "10.0.0.1",
            .deed = deed,
            .thing = {},
            .unit = {},
            .summary = {}};
  }
  static account::Office office(app::AccountId account, std::uint32_t unit,
                                account::Role role = account::Role::officer, Date from = today,
                                std::optional<Date> to = {}) {
    return {account, role, Slot(unit), from, to};
  }
  static app::StoredSession session(const std::string& digest, app::AccountId account, int seen = 0,
                                    int expires = 100) {
    return {digest, account, at(0), at(seen), at(expires), "10.0.0.1", "Firefox"};
  }
  /// Of an account made by `new_account`.
  static app::Proof proof(const std::string& name, std::optional<account::TotpStep> step = {}) {
    return {"plain:" + name, step, {}};
  }
  static app::StoredLink link(const std::string& digest, app::LinkKind kind,
                              std::optional<app::AccountId> account) {
    return {digest, kind, account, at(0), at(100)};
  }

  static std::vector<account::AuditEntry> audit(app::AccountStore& store, std::uint64_t after = 0) {
    std::vector<account::AuditEntry> found;
    EXPECT_TRUE(store
                    .each_audit(after,
                                [&](const account::AuditEntry& entry) -> Result<> {
                                  found.push_back(entry);
                                  return ok();
                                })
                    .has_value());
    return found;
  }
  /// Whether every entry follows from the one before.
  static bool is_sealed(app::AccountStore& store) {
    std::string previous;
    std::uint64_t sequence = 0;
    for (const auto& entry : audit(store)) {
      if (entry.sequence != ++sequence || entry.previous != previous) return false;
      if (entry.hash != plain_digest()(account::sealed_text(sequence, entry.note, previous))) return false;
      previous = entry.hash;
    }
    return true;
  }

 private:
  std::optional<AccountHome> home_;
};

}  // namespace nucong::store
