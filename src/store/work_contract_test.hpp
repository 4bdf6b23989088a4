// What every WorkStore must do, whatever it keeps its rows in: the fixture, and small facts to store.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "store/contract_test.hpp"
#include "store/memory_database.hpp"

namespace nucong::store {

/// A place for reports and for the work on them: "memory", "sqlite" or "postgresql".
class WorkHome {
 public:
  explicit WorkHome(const std::string& engine) {
    if (engine == "sqlite") url_ = "sqlite:" + folder_.file("công việc.db");
    if (engine == "postgresql") url_ = database_.emplace().url();
    if (url_.empty()) both_ = make_memory_database([](std::string_view text) { return std::string(text); });
    reopen();
  }

  [[nodiscard]] app::WorkStore& work() { return *both_.work; }
  [[nodiscard]] app::Store& store() { return *both_.store; }

  void reopen() {
    if (url_.empty()) return;
    both_ = {};
    both_.store = open(url_, OpenMode::create_if_missing).value();
    both_.work = open_work(url_, OpenMode::must_exist).value();
  }

 private:
  scratch::Folder folder_;
  std::optional<scratch::PostgresqlDatabase> database_;
  std::string url_;
  MemoryDatabase both_;
};

class WorkContract : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    if (GetParam() == "postgresql" && !scratch::server())
      GTEST_SKIP() << "NUCONG_TEST_POSTGRES names no server; ctest starts one";
    home_.emplace(GetParam());
  }
  app::WorkStore& work() { return home_->work(); }
  app::Store& store() { return home_->store(); }
  WorkHome& home() { return *home_; }

  void send(std::uint32_t unit, std::uint32_t version = 1) {
    ASSERT_TRUE(store().submit(std::vector{report(unit, "2024-Q1", version)}, today).has_value());
  }

 public:
  static std::chrono::sys_seconds at(int seconds) {
    return std::chrono::sys_seconds(std::chrono::seconds(1'800'000'000 + seconds));
  }
  static app::SavedDraft draft(std::uint32_t unit, std::string figures = "A03=7") {
    app::SavedDraft made{Slot(unit), period("2024-Q1")};
    made.form = "nu-cong-quy";
    made.base = 1;
    made.figures = std::move(figures);
    made.reasons = "A03\tđếm lại\n";
    made.by = "Chị Hoa";
    made.account = AccountId(4U);
    made.saved = at(60);
    return made;
  }
  static report::Step step(report::StepKind kind, std::uint32_t unit, std::uint32_t number,
                           report::Version version = 1) {
    report::Step made{Slot(unit), period("2024-Q1")};
    made.number = number;
    made.kind = kind;
    made.version = version;
    made.at = at(static_cast<int>(number));
    made.note = "thiếu 'danh sách'\n\\N";
    return made;
  }
  static report::Extension extension(std::uint32_t unit, Date due = today) {
    return {Slot(unit), "nu-cong-quy", period("2024-Q1"), due, AccountId(4U), at(5), "bão"};
  }
  static app::Reminder reminder(std::uint32_t unit, int seconds) {
    return {Slot(unit), "nu-cong-quy", period("2024-Q1"), {}, at(seconds)};
  }
  static std::vector<app::StoredStep> steps_since(app::Store& store, app::Sequence after) {
    std::vector<app::StoredStep> found;
    EXPECT_TRUE(store
                    .each_step_since(after,
                                     [&](const app::StoredStep& one) -> Result<> {
                                       found.push_back(one);
                                       return ok();
                                     })
                    .has_value());
    return found;
  }
  static std::vector<app::FrozenText> all_frozen(app::Store& store) {
    std::vector<app::FrozenText> found;
    EXPECT_TRUE(store
                    .each_frozen([&](const app::FrozenText& one) -> Result<> {
                      found.push_back(one);
                      return ok();
                    })
                    .has_value());
    return found;
  }

 private:
  std::optional<WorkHome> home_;
};

}  // namespace nucong::store
