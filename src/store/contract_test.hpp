// What every Database must do, whatever it keeps its rows in: the fixture, small facts to store, and single
// changes as acts.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "postgres/scratch_database.hpp"
#include "store/open.hpp"
#include "world/plain_secrets.hpp"
#include "world/world.hpp"

namespace nucong::store {

inline app::Digest plain_digest() {
  return [secrets = std::make_shared<world::PlainSecrets>()](std::string_view text) {
    return secrets->digest(text);
  };
}

/// As every test here opens a database.
[[nodiscard]] inline Result<std::unique_ptr<app::Database>> open(std::string_view url, OpenMode mode) {
  return open(url, mode, plain_digest());
}

/// A place for one database: "memory", "sqlite" or "postgresql".
class Home {
 public:
  explicit Home(const std::string& engine) {
    if (engine == "sqlite") url_ = "sqlite:" + folder_.file("nữ công.db");
    if (engine == "postgresql") url_ = postgresql_.emplace().url();
    database_ = open(url_, OpenMode::create_if_missing).value();
  }

  [[nodiscard]] app::Database& database() { return *database_; }
  [[nodiscard]] const std::string& url() const { return url_; }
  [[nodiscard]] bool is_durable() const { return url_ != in_memory; }

  /// As if the program had been ended and started again.
  void reopen() {
    if (!is_durable()) return;
    database_.reset();
    database_ = open(url_, OpenMode::create_if_missing).value();
  }
  /// As another process has it; a database in memory is the one and only.
  [[nodiscard]] app::Database& elsewhere() {
    if (!is_durable()) return *database_;
    if (!elsewhere_) elsewhere_ = open(url_, OpenMode::must_exist).value();
    return *elsewhere_;
  }

 private:
  static constexpr std::string_view in_memory = "sqlite::memory:";

  scratch::Folder folder_;
  std::optional<scratch::PostgresqlDatabase> postgresql_;
  std::string url_{in_memory};
  std::unique_ptr<app::Database> database_;
  std::unique_ptr<app::Database> elsewhere_;
};

class DatabaseContract : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    if (GetParam() == "postgresql" && !scratch::server())
      GTEST_SKIP()
          << "NUCONG_TEST_POSTGRES names no server; ctest starts one, or: tools/postgres start DIR PORT";
    home_.emplace(GetParam());
  }

  app::Database& database() { return home_->database(); }
  Home& home() { return *home_; }

 private:
  std::optional<Home> home_;
};

// ---- Facts

inline const Date today = make_date(2026, 3, 5);

inline std::chrono::sys_seconds at(int seconds) {
  return std::chrono::sys_seconds(std::chrono::seconds(1'800'000'000 + seconds));
}

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

// ---- Changes, each an act of its own

inline Result<app::Sequence> record_events(app::Database& database, std::span<const unit::UnitEvent> events,
                                           std::size_t known, Date day) {
  return database.act([&](app::Writer& writer) { return writer.record_events(events, known, day); });
}

inline Result<std::vector<unit::UnitEvent>> undo_events(app::Database& database, Date day) {
  const auto nothing_against_it = [](auto, Date) -> Result<> { return ok(); };
  return database.act([&](app::Writer& writer) { return writer.undo_events(day, nothing_against_it); });
}

inline Result<app::Sequence> submit(app::Database& database, std::span<const app::StoredReport> reports,
                                    Date day) {
  return database.act([&](app::Writer& writer) { return writer.submit(reports, day); });
}

inline Result<std::string> adopt(app::Database& database, const target::Directive& directive) {
  return database.act([&](app::Writer& writer) { return writer.adopt(directive); });
}

inline Result<app::Sequence> give(app::Database& database, const std::string& directive,
                                  std::span<const Slot> further, Date day) {
  return database.act([&](app::Writer& writer) { return writer.give(directive, further, day); });
}

inline Result<app::Sequence> bind_target(app::Database& database, const std::string& target,
                                         const std::string& indicator, Date day) {
  return database.act([&](app::Writer& writer) { return writer.bind(target, indicator, day); });
}

inline Result<app::Sequence> set_goals(app::Database& database, std::span<const target::Goal> goals,
                                       Date day) {
  return database.act([&](app::Writer& writer) { return writer.set_goals(goals, day); });
}

// ---- What is there

inline std::vector<app::StoredReport> reports_in(app::Database& database, Date from, Date to) {
  std::vector<app::StoredReport> found;
  const auto collect = [&](const app::StoredReport& one) -> Result<> {
    found.push_back(one);
    return ok();
  };
  EXPECT_TRUE(database.each_report(from, to, collect).has_value());
  return found;
}

inline std::vector<app::StoredReport> all_versions(app::Database& database) {
  std::vector<app::StoredReport> found;
  const auto collect = [&](const app::StoredReport& one) -> Result<> {
    found.push_back(one);
    return ok();
  };
  EXPECT_TRUE(database.each_version(collect).has_value());
  return found;
}

inline std::vector<app::StoredReport> reports_since(app::Database& database, app::Sequence after) {
  std::vector<app::StoredReport> found;
  const auto collect = [&](const app::StoredReport& one) -> Result<> {
    found.push_back(one);
    return ok();
  };
  EXPECT_TRUE(database.each_report_since(after, collect).has_value());
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
