#include "store/copy.hpp"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

#include "store/open.hpp"
#include "world/world.hpp"

namespace nucong::store {
namespace {

class Copying : public ::testing::Test {
 protected:
  Copying()
      : folder_(std::filesystem::temp_directory_path() / ("nucong-copy-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder_);
    const auto store = open(url("a"), OpenMode::create_if_missing);
    const auto day = make_date(2026, 1, 1);
    const auto events =
        world::events("2023-01-01 found VN kind=confederation\n2023-01-01 found A parent=VN kind=zone");
    if (!store.value()->record_events(events, 0, day) ||
        !store.value()->submit(std::vector{app::StoredReport{Slot(1U), Period::year(2024), 1, "", day, "",
                                                             "A04=7", "A04\twhy\n"}},
                               day))
      throw std::logic_error("no store to copy");
  }
  ~Copying() override { std::filesystem::remove_all(folder_); }

  [[nodiscard]] std::string path(const std::string& name) const { return folder_ / name; }
  [[nodiscard]] std::string url(const std::string& name) const { return "sqlite:" + path(name); }

 private:
  std::filesystem::path folder_;
};

TEST_F(Copying, a_backup_restored_answers_as_the_original_did) {
  ASSERT_TRUE(backup(url("a"), path("b")).has_value());
  ASSERT_TRUE(copy(url("b"), url("c")).has_value());
  const auto a = open(url("a"), OpenMode::must_exist);
  const auto c = open(url("c"), OpenMode::must_exist);
  EXPECT_EQ(c.value()->events().value().size(), 2U);
  EXPECT_EQ(c.value()->versions(Slot(1U), Period::year(2024)).value(),
            a.value()->versions(Slot(1U), Period::year(2024)).value());
  EXPECT_EQ(c.value()->acts(0).value(), a.value()->acts(0).value());
}

TEST_F(Copying, a_backup_keeps_accounts_and_audit_and_lets_nobody_in) {
  const app::Digest digest = [](std::string_view text) { return std::to_string(text.size()); };
  const app::Instant now{std::chrono::seconds(1'800'000'000)};
  const app::AuditNote note{now, {}, {}, "deed", {}, {}, {}};
  const account::Office office{{}, account::Role::leader, Slot(1U), make_date(2026, 1, 1), {}};
  app::AccountId id;
  {
    const auto accounts = open_accounts(url("a"), OpenMode::must_exist, digest).value();
    id = accounts
             ->make_account({account::UserName::parse("lan").value(), "Lan", "hash", {office}, {}, {}}, note)
             .value();
    ASSERT_TRUE(accounts->enrol_second_factor(id, {"key", 1, {"r"}}, note).has_value());
    ASSERT_TRUE(
        accounts->make_token({"t", id, "máy", now, now + std::chrono::hours(1), true}, note).has_value());
    ASSERT_TRUE(
        accounts->make_link({"l", app::LinkKind::pass_phrase, id, now, now + std::chrono::hours(1)}, note)
            .has_value());
    ASSERT_TRUE(
        accounts
            ->sign_in({"s", id, now, now, now + std::chrono::hours(1), "", ""}, {"hash", {}, {}}, {}, note)
            .has_value());
  }
  ASSERT_TRUE(backup(url("a"), path("b")).has_value());
  const auto a = open_accounts(url("a"), OpenMode::must_exist, digest).value();
  const auto b = open_accounts(url("b"), OpenMode::must_exist, digest).value();
  EXPECT_EQ(b->accounts().value(), a->accounts().value());
  EXPECT_EQ(b->offices().value(), a->offices().value());
  EXPECT_EQ(b->tokens_of(id).value(), a->tokens_of(id).value());
  std::vector<account::AuditEntry> entries;
  for (auto* store : {a.get(), b.get()})
    ASSERT_TRUE(store
                    ->latest_audit(99,
                                   [&](const auto& entry) {
                                     entries.push_back(entry);
                                     return false;
                                   })
                    .has_value());
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(entries[0], entries[1]);
  EXPECT_TRUE(a->session("s", now).value().has_value());
  EXPECT_FALSE(b->session("s", now).value().has_value());
  EXPECT_FALSE(b->link("l", now).value().has_value());
}

TEST_F(Copying, a_backup_keeps_what_people_did_with_reports) {
  const auto day = make_date(2026, 1, 2);
  const std::chrono::sys_seconds now{std::chrono::seconds(1'800'000'000)};
  app::SavedDraft draft{Slot(1U), Period::year(2024), "NC-N", 1, "A04=8", "", "Chị Hoa", {}, now};
  report::Step sign{Slot(1U), Period::year(2024), 1, report::StepKind::signed_off, 1, AccountId(3U), now};
  {
    const auto work = open_work(url("a"), OpenMode::must_exist).value();
    ASSERT_TRUE(work->save_draft(draft, 0).has_value());
    ASSERT_TRUE(work->freeze(sign, "text\n", "digest", day).has_value());
    ASSERT_TRUE(work->extend({Slot(0U), "NC-N", Period::year(2024), day, {}, now, "bão"}, day).has_value());
    ASSERT_TRUE(work->remind(std::vector{app::Reminder{Slot(1U), "NC-N", Period::year(2024), {}, now}}, day)
                    .has_value());
  }
  ASSERT_TRUE(backup(url("a"), path("b")).has_value());
  const auto a = open_work(url("a"), OpenMode::must_exist).value();
  const auto b = open_work(url("b"), OpenMode::must_exist).value();
  EXPECT_EQ(b->draft(Slot(1U), Period::year(2024)).value(), a->draft(Slot(1U), Period::year(2024)).value());
  EXPECT_EQ(b->steps(Slot(1U), Period::year(2024)).value(), std::vector{sign});
  EXPECT_EQ(b->frozen(Slot(1U), Period::year(2024)).value(), a->frozen(Slot(1U), Period::year(2024)).value());
  EXPECT_EQ(b->all_reminders({}).value(), a->all_reminders({}).value());
  const auto restored = open(url("b"), OpenMode::must_exist).value();
  EXPECT_EQ(restored->extensions().value().size(), 1U);
  EXPECT_TRUE(restored->verify().value().empty());
}

TEST_F(Copying, nothing_is_written_over_and_nothing_half_is_left) {
  std::ofstream(path("taken")) << "somebody's";
  EXPECT_EQ(backup(url("a"), path("taken")).error().code(), ErrorCode::file_exists);
  EXPECT_EQ(backup(url("a"), path("no/folder/b")).error().kind(), ErrorKind::unavailable);
  EXPECT_FALSE(std::filesystem::exists(path("b.part")));
  EXPECT_EQ(copy(url("a"), url("a")).has_value(), false);
  ASSERT_TRUE(open(url("empty"), OpenMode::create_if_missing).has_value());
  EXPECT_EQ(copy(url("empty"), url("d")).error().code(), ErrorCode::store_missing);
}

}  // namespace
}  // namespace nucong::store
