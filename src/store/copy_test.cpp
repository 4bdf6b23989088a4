#include "store/copy.hpp"

#include <filesystem>
#include <fstream>

#include <unistd.h>

#include "store/contract_test.hpp"

namespace nucong::store {
namespace {

class Copying : public ::testing::Test {
 protected:
  Copying()
      : folder_(std::filesystem::temp_directory_path() / ("nucong-copy-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder_);
    const auto database = open(url("a"), OpenMode::create_if_missing).value();
    const auto day = make_date(2026, 1, 1);
    const auto events =
        world::events("2023-01-01 found VN kind=confederation\n2023-01-01 found A parent=VN kind=zone");
    const app::StoredReport report{Slot(1U), Period::year(2024), 1, "", day, "", "A04=7", "A04\twhy\n"};
    if (!record_events(*database, events, 0, day) || !submit(*database, std::vector{report}, day))
      throw std::logic_error("no database to copy");
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
  const app::Instant now{std::chrono::seconds(1'800'000'000)};
  const app::AuditNote note{now, {}, {}, "deed", {}, {}, {}};
  const account::Office office{{}, account::Role::leader, Slot(1U), make_date(2026, 1, 1), {}};
  app::AccountId id;
  {
    const auto database = open(url("a"), OpenMode::must_exist).value();
    const auto later = now + std::chrono::hours(1);
    const auto made = database->act([&](app::Writer& writer) -> Result<app::AccountId> {
      TRY(const auto lan,
          writer.make_account({account::UserName::parse("lan").value(), "Lan", "hash", {office}, {}, {}},
                              note));
      TRY(writer.enrol_second_factor(lan, {"key", 1, {"r"}}, note));
      TRY(writer.make_token({"t", lan, "máy", now, later, true}, note));
      TRY(writer.make_link({"l", app::LinkKind::pass_phrase, lan, now, later}, note));
      TRY(writer.sign_in({"s", lan, now, now, later, "", ""}, {"hash", {}, {}}, {}, note));
      TRY(writer.keep_answer({lan, "key", "question", "answer", later}, now));
      return lan;
    });
    ASSERT_TRUE(made.has_value());
    id = made.value();
  }
  ASSERT_TRUE(backup(url("a"), path("b")).has_value());
  const auto a = open(url("a"), OpenMode::must_exist).value();
  const auto b = open(url("b"), OpenMode::must_exist).value();
  EXPECT_EQ(b->accounts().value(), a->accounts().value());
  EXPECT_EQ(b->offices().value(), a->offices().value());
  EXPECT_EQ(b->tokens_of(id).value(), a->tokens_of(id).value());
  std::vector<account::AuditEntry> entries;
  for (auto* database : {a.get(), b.get()})
    ASSERT_TRUE(database
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
  EXPECT_TRUE(a->kept_answer(id, "key", now).value().has_value());
  EXPECT_FALSE(b->kept_answer(id, "key", now).value().has_value());
}

TEST_F(Copying, a_backup_keeps_what_people_did_with_reports) {
  const auto day = make_date(2026, 1, 2);
  const std::chrono::sys_seconds now{std::chrono::seconds(1'800'000'000)};
  app::SavedDraft draft{Slot(1U), Period::year(2024), "NC-N", 1, "A04=8", "", "Chị Hoa", {}, now};
  report::Step sign{Slot(1U), Period::year(2024), 1, report::StepKind::signed_off, 1, AccountId(3U), now};
  {
    const auto database = open(url("a"), OpenMode::must_exist).value();
    ASSERT_TRUE(database->save_draft(draft, 0).has_value());
    const auto done = database->act([&](app::Writer& writer) -> Result<> {
      TRY(writer.freeze(sign, "text\n", "digest", day));
      TRY(writer.extend({Slot(0U), "NC-N", Period::year(2024), day, {}, now, "bão"}, day));
      TRY(writer.remind(std::vector{app::Reminder{Slot(1U), "NC-N", Period::year(2024), {}, now}}, day));
      return ok();
    });
    ASSERT_TRUE(done.has_value());
  }
  ASSERT_TRUE(backup(url("a"), path("b")).has_value());
  const auto a = open(url("a"), OpenMode::must_exist).value();
  const auto b = open(url("b"), OpenMode::must_exist).value();
  EXPECT_EQ(b->draft(Slot(1U), Period::year(2024)).value(), a->draft(Slot(1U), Period::year(2024)).value());
  EXPECT_EQ(b->steps(Slot(1U), Period::year(2024)).value(), std::vector{sign});
  EXPECT_EQ(b->frozen(Slot(1U), Period::year(2024)).value(), a->frozen(Slot(1U), Period::year(2024)).value());
  EXPECT_EQ(b->all_reminders({}).value(), a->all_reminders({}).value());
  EXPECT_EQ(b->extensions().value().size(), 1U);
  EXPECT_EQ(b->acts(0).value(), a->acts(0).value());
  EXPECT_TRUE(b->verify().value().empty());
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
