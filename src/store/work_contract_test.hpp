// What people do with reports: small facts to store, single changes as acts, and what is there.
#pragma once

#include <string>
#include <vector>

#include "store/contract_test.hpp"

namespace nucong::store {

// ---- Facts

inline app::SavedDraft draft(std::uint32_t unit, std::string figures = "A03=7") {
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

inline report::Step step(report::StepKind kind, std::uint32_t unit, std::uint32_t number,
                         report::Version version = 1) {
  report::Step made{Slot(unit), period("2024-Q1")};
  made.number = number;
  made.kind = kind;
  made.version = version;
  made.at = at(static_cast<int>(number));
  made.note = "thiếu 'danh sách'\n\\N";
  return made;
}

inline report::Extension extension(std::uint32_t unit, Date due = today) {
  return {Slot(unit), "nu-cong-quy", period("2024-Q1"), due, AccountId(4U), at(5), "bão"};
}

inline app::Reminder reminder(std::uint32_t unit, int seconds) {
  return {Slot(unit), "nu-cong-quy", period("2024-Q1"), {}, at(seconds)};
}

// ---- Changes, each an act of its own

inline Result<app::Sequence> add_step(app::Database& database, const report::Step& step, Date day) {
  return database.act([&](app::Writer& writer) { return writer.add_step(step, day); });
}

inline Result<app::Sequence> freeze(app::Database& database, const report::Step& step,
                                    const std::string& text, const std::string& digest, Date day) {
  return database.act([&](app::Writer& writer) { return writer.freeze(step, text, digest, day); });
}

inline Result<app::Sequence> extend(app::Database& database, const report::Extension& extension, Date day) {
  return database.act([&](app::Writer& writer) { return writer.extend(extension, day); });
}

inline Result<app::Sequence> remind(app::Database& database, std::span<const app::Reminder> reminders,
                                    Date day) {
  return database.act([&](app::Writer& writer) { return writer.remind(reminders, day); });
}

/// A report of a unit for the first quarter of 2024.
inline void send(app::Database& database, std::uint32_t unit, std::uint32_t version = 1) {
  ASSERT_TRUE(submit(database, std::vector{report(unit, "2024-Q1", version)}, today).has_value());
}

// ---- What is there

inline std::vector<app::StoredStep> steps_since(app::Database& database, app::Sequence after) {
  std::vector<app::StoredStep> found;
  const auto collect = [&](const app::StoredStep& one) -> Result<> {
    found.push_back(one);
    return ok();
  };
  EXPECT_TRUE(database.each_step_since(after, collect).has_value());
  return found;
}

inline std::vector<app::FrozenText> all_frozen(app::Database& database) {
  std::vector<app::FrozenText> found;
  const auto collect = [&](const app::FrozenText& one) -> Result<> {
    found.push_back(one);
    return ok();
  };
  EXPECT_TRUE(database.each_frozen(collect).has_value());
  return found;
}

}  // namespace nucong::store
