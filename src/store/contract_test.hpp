// What every Store must do, whatever it keeps its rows in: the fixture, and small facts to store.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "postgres/scratch_database.hpp"
#include "store/memory_store.hpp"
#include "store/open.hpp"
#include "world/world.hpp"

namespace nucong::store {

/// A place for one store: "memory", "sqlite" or "postgresql".
class Home {
 public:
  explicit Home(const std::string& engine) {
    if (engine == "sqlite") url_ = "sqlite:" + folder_.file("nữ công.db");
    if (engine == "postgresql") url_ = database_.emplace().url();
    if (url_.empty()) store_ = make_memory_store();
    reopen();
  }

  [[nodiscard]] app::Store& store() { return *store_; }
  [[nodiscard]] const std::string& url() const { return url_; }
  [[nodiscard]] bool is_durable() const { return !url_.empty(); }

  /// As if the program had been ended and started again.
  void reopen() {
    if (!is_durable()) return;
    store_.reset();
    store_ = open(url_, OpenMode::create_if_missing).value();
  }

 private:
  scratch::Folder folder_;
  std::optional<scratch::PostgresqlDatabase> database_;
  std::string url_;
  std::unique_ptr<app::Store> store_;
};

class StoreContract : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    if (GetParam() == "postgresql" && !scratch::server())
      GTEST_SKIP()
          << "NUCONG_TEST_POSTGRES names no server; ctest starts one, or: tools/postgres start DIR PORT";
    home_.emplace(GetParam());
  }

  app::Store& store() { return home_->store(); }
  Home& home() { return *home_; }

 private:
  std::optional<Home> home_;
};

inline const Date today = make_date(2026, 3, 5);

inline Period period(const std::string& text) {
  return Period::parse(text).value();
}

inline app::StoredReport report(std::uint32_t unit, const std::string& of, std::uint32_t version = 1,
                                std::string figures = "A03=120 A04=80") {
  return {.unit = Slot(unit),
          .period = period(of),
          .version = version,
          .form = "nu-cong-quy",
          .received = today,
          .by = "Lan",
          .figures = std::move(figures),
          .reasons = "A04\ttăng do sáp nhập\n"};
}

inline target::Directive directive(std::uint32_t issuer, const std::string& of = "2026",
                                   std::string text = "Ít nhất 90% nữ đoàn viên.") {
  return {.id = {},
          .issuer = Slot(issuer),
          .file = "41.txt",
          .number = "41/HD-TLĐ",
          .title = "Hướng dẫn",
          .period = period(of),
          .adopted = today,
          .text = std::move(text),
          .targets = std::vector<target::Target>(2),
          .citations = {}};
}

inline std::vector<app::StoredReport> reports_in(app::Store& store, Date from, Date to) {
  std::vector<app::StoredReport> found;
  const auto collect = [&](const app::StoredReport& one) -> Result<> {
    found.push_back(one);
    return ok();
  };
  EXPECT_TRUE(store.each_report(from, to, collect).has_value());
  return found;
}

inline std::vector<app::StoredReport> all_versions(app::Store& store) {
  std::vector<app::StoredReport> found;
  const auto collect = [&](const app::StoredReport& one) -> Result<> {
    found.push_back(one);
    return ok();
  };
  EXPECT_TRUE(store.each_version(collect).has_value());
  return found;
}

inline std::vector<app::StoredReport> reports_since(app::Store& store, app::Sequence after) {
  std::vector<app::StoredReport> found;
  const auto collect = [&](const app::StoredReport& one) -> Result<> {
    found.push_back(one);
    return ok();
  };
  EXPECT_TRUE(store.each_report_since(after, collect).has_value());
  return found;
}

/// "0/2024-Q1/v2" for each report, in order.
inline std::vector<std::string> names(const std::vector<app::StoredReport>& reports) {
  std::vector<std::string> all;
  for (const auto& one : reports)
    all.push_back(std::to_string(one.unit.value) + "/" + one.period.str() + "/v" +
                  std::to_string(one.version));
  return all;
}

template <class T>
std::optional<ErrorCode> code(const Result<T>& result) {
  return result ? std::nullopt : std::optional(result.error().code());
}

template <class T>
std::string param(const Result<T>& result, const std::string& name) {
  if (result) return "no error";
  for (const auto& one : result.error().params())
    if (one.name == name) return one.value;
  return "no such param";
}

}  // namespace nucong::store
