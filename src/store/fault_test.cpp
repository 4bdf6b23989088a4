// What is left when the disk is full, the file is damaged, another one holds the lock, the server goes away.
#include <chrono>
#include <csignal>
#include <fstream>

#include <sqlite3.h>
#include <sys/resource.h>

#include "store/child_test.hpp"
#include "store/contract_test.hpp"
#include "store/threads_test.hpp"

namespace nucong::store {
namespace {

using testing::IsEmpty;
using testing::Not;

const Date ever = make_date(1900, 1, 1);
const Date never = make_date(2999, 12, 31);

std::vector<app::StoredReport> batch_of(std::uint32_t version) {
  std::vector<app::StoredReport> batch;
  for (std::uint32_t unit = 0; unit < 200; ++unit)
    batch.push_back(report(unit, "2024-Q1", version, std::string(300, 'x')));
  return batch;
}

TEST(Fault, a_full_disk_refuses_the_act_and_keeps_the_rest) {
  const scratch::Folder folder;
  const std::string url = "sqlite:" + folder.file("full.db");
  ASSERT_TRUE(open(url, OpenMode::create_if_missing).has_value());
  const auto child = start_child([&] {
    std::signal(SIGXFSZ, SIG_IGN);
    const auto database = open(url, OpenMode::must_exist).value();
    const rlimit limit{1'000'000, RLIM_INFINITY};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    std::uint32_t version = 0;
    auto refused = submit(*database, batch_of(++version), today);
    while (refused.has_value() && version < 100) refused = submit(*database, batch_of(++version), today);
    if (code(refused) != ErrorCode::store_full) return status_of(refused);
    if (all_versions(*database).size() != 200 * (version - 1)) return 200;
    // Somebody made room: the same database goes on.
    const rlimit none{RLIM_INFINITY, RLIM_INFINITY};
    ::setrlimit(RLIMIT_FSIZE, &none);
    return status_of(submit(*database, batch_of(version), today));
  });
  EXPECT_EQ(end_of(child), 0);
  const auto database = open(url, OpenMode::must_exist).value();
  EXPECT_THAT(database->verify().value(), IsEmpty());
  EXPECT_EQ(all_versions(*database).size(), 200 * database->acts(0).value().size());
}

TEST(Fault, no_room_for_a_new_file_is_a_full_disk) {
  const scratch::Folder folder;
  const auto child = start_child([&] {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{2'000, RLIM_INFINITY};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    return status_of(open("sqlite:" + folder.file("new.db"), OpenMode::create_if_missing));
  });
  EXPECT_EQ(end_of(child), status_of_code(ErrorCode::store_full));
  EXPECT_TRUE(open("sqlite:" + folder.file("new.db"), OpenMode::create_if_missing).has_value());
}

class DamagedFile : public testing::Test {
 protected:
  void SetUp() override {
    const auto database = open(url, OpenMode::create_if_missing).value();
    ASSERT_TRUE(submit(*database, batch_of(1), today).has_value());
  }
  scratch::Folder folder;
  const std::string path = folder.file("old.db");
  const std::string url = "sqlite:" + path;
};

TEST_F(DamagedFile, a_cut_file_is_damaged_wherever_it_was_cut) {
  const auto size = std::filesystem::file_size(path);
  for (const std::uintmax_t rest :
       {size - 4096, size / 2, std::uintmax_t{5000}, std::uintmax_t{600}, std::uintmax_t{50}}) {
    std::filesystem::resize_file(path, rest);
    EXPECT_EQ(code(open(url, OpenMode::create_if_missing)), ErrorCode::store_damaged) << rest;
  }
}

TEST_F(DamagedFile, verify_names_overwritten_pages) {
  // So many that the second half of the file is reports and nothing else.
  const auto fill = [&] {
    const auto database = open(url, OpenMode::must_exist).value();
    for (std::uint32_t version = 2; version <= 10; ++version)
      ASSERT_TRUE(submit(*database, batch_of(version), today).has_value());
  };
  fill();
  std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
  const auto size = static_cast<std::streamoff>(std::filesystem::file_size(path));
  for (std::streamoff page = size / 2 / 4096; page < size / 4096; ++page) {
    file.seekp(page * 4096);
    file << std::string(1000, '\xff');
  }
  file.close();
  const auto database = open(url, OpenMode::must_exist).value();
  EXPECT_THAT(database->verify().value(), Not(IsEmpty()));
  EXPECT_EQ(code(database->each_report(ever, never, [](const auto&) -> Result<> { return ok(); })),
            ErrorCode::store_damaged);
}

TEST_F(DamagedFile, verify_names_rows_that_somebody_took_away_or_changed) {
  ASSERT_TRUE(submit(*open(url, OpenMode::must_exist).value(), batch_of(2), today).has_value());
  sqlite3* connection = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &connection), SQLITE_OK);
  const auto* sql =
      "DELETE FROM report WHERE unit = 3 AND version = 1; UPDATE act SET rows = 7 WHERE sequence = 2;"
      "UPDATE report SET first_day = 0 WHERE unit = 5; DELETE FROM act WHERE sequence = 1;"
      "INSERT INTO goal (unit, target, sequence) VALUES (1, 'D7.1', 2)";
  EXPECT_EQ(sqlite3_exec(connection, sql, nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_close(connection);
  EXPECT_EQ(open(url, OpenMode::must_exist).value()->verify().value().size(), 5U);
}

class Busy : public DatabaseContract {};
INSTANTIATE_TEST_SUITE_P(Engines, Busy, testing::Values("sqlite", "postgresql"));

TEST_P(Busy, a_writer_gives_up_on_another_one_after_five_seconds) {
  ASSERT_TRUE(submit(database(), std::vector{report(1, "2024-Q1")}, today).has_value());
  sqlite3* sqlite = nullptr;
  PGconn* postgresql = nullptr;
  if (GetParam() == "sqlite") {
    sqlite3_open(home().url().substr(7).c_str(), &sqlite);
    ASSERT_EQ(sqlite3_exec(sqlite, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
  } else {
    postgresql = PQconnectdb(home().url().c_str());
    // What begin_act takes.
    PQclear(PQexec(postgresql, "SELECT pg_advisory_lock(x'6e75636f6e67'::bigint)"));
  }
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_EQ(code(submit(database(), std::vector{report(1, "2024-Q1", 2)}, today)), ErrorCode::store_busy);
  EXPECT_GE(std::chrono::steady_clock::now() - begun, std::chrono::milliseconds(4500));
  EXPECT_EQ(reports_in(database(), ever, never).size(), 1U) << "readers do not wait";
  sqlite3_close(sqlite);
  PQfinish(postgresql);
  EXPECT_EQ(submit(database(), std::vector{report(1, "2024-Q1", 2)}, today).value(), 2U);
}

// Ends all connections to a database, as a server does that goes down.
void end_connections(const std::string& url) {
  const std::string name = url.substr(url.rfind('/') + 1);
  scratch::run_sql(*scratch::server(),
                   "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
}

// Who reads, who acts and who saves may each have connections of their own: each finds out once.
TEST_P(Busy, a_lost_connection_fails_one_call) {
  if (GetParam() == "sqlite") GTEST_SKIP() << "a file has no connection to lose";
  ASSERT_TRUE(submit(database(), std::vector{report(1, "2024-Q1")}, today).has_value());
  end_connections(home().url());
  EXPECT_EQ(code(submit(database(), std::vector{report(1, "2024-Q1", 2)}, today)),
            ErrorCode::store_unreachable);
  EXPECT_EQ(submit(database(), std::vector{report(1, "2024-Q1", 2)}, today).value(), 2U);
  (void)code(database().latest());
  EXPECT_EQ(database().latest().value(), 2U);
  int visited = 0;
  const auto cut = [&](const app::StoredReport&) -> Result<> {
    if (++visited == 1) end_connections(home().url());
    return ok();
  };
  EXPECT_EQ(code(database().each_version(cut)), ErrorCode::store_unreachable);
  EXPECT_GE(visited, 1);
  EXPECT_EQ(all_versions(database()).size(), 2U);
}

TEST_P(Busy, an_act_whose_connection_is_lost_is_kept_or_not_but_never_half) {
  if (GetParam() == "sqlite") GTEST_SKIP() << "a file has no connection to lose";
  const auto cut = database().act([&](app::Writer& writer) -> Result<app::Sequence> {
    TRY(writer.submit(std::vector{report(1, "2024-Q1"), report(2, "2024-Q1")}, today));
    end_connections(home().url());
    return writer.submit(std::vector{report(3, "2024-Q1"), report(4, "2024-Q1")}, today);
  });
  EXPECT_EQ(code(cut), ErrorCode::store_unreachable) << "it had not come to the commit";
  (void)code(database().latest());
  EXPECT_EQ(database().latest().value(), 0U);
  EXPECT_THAT(all_versions(database()), IsEmpty());
  EXPECT_EQ(submit(database(), std::vector{report(1, "2024-Q1")}, today).value(), 1U);
  EXPECT_THAT(database().verify().value(), IsEmpty());
}

class CommitThatFails : public testing::Test {
 protected:
  void SetUp() override {
    if (!scratch::server()) GTEST_SKIP() << "NUCONG_TEST_POSTGRES names no server";
    home.emplace("postgresql");
    scratch::run_sql(home->url(),
                     "CREATE FUNCTION go_down() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM "
                     "pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$");
    scratch::run_sql(
        home->url(),
        "CREATE CONSTRAINT TRIGGER go_down AFTER INSERT ON act DEFERRABLE INITIALLY DEFERRED FOR "
        "EACH ROW EXECUTE FUNCTION go_down()");
  }
  /// It was not kept, and from now on the server stays.
  void expect_to_go_on_from_nothing() {
    scratch::run_sql(home->url(), "DROP TRIGGER go_down ON act");
    (void)code(home->database().latest());
    EXPECT_EQ(home->database().latest().value(), 0U);
    EXPECT_THAT(all_versions(home->database()), IsEmpty());
    EXPECT_EQ(submit(home->database(), std::vector{report(1, "2024-Q1")}, today).value(), 1U);
    EXPECT_THAT(home->database().verify().value(), IsEmpty());
  }
  std::optional<Home> home;
};

TEST_F(CommitThatFails, leaves_open_whether_its_acts_were_kept) {
  at_once_behind_another(home->database(), 4, [&](std::size_t i) {
    const auto done = home->database().act([&](app::Writer& writer) -> Result<app::Sequence> {
      TRY(const auto sequence,
          writer.submit(std::vector{report(static_cast<std::uint32_t>(i), "2024-Q1")}, today));
      if (i == 2) return fail(ErrorCode::usage);
      return sequence;
    });
    // What it was refused for may rest on another act of the group.
    const bool refused_alone = i == 2 && code(done) == ErrorCode::usage;
    EXPECT_TRUE(refused_alone || code(done) == ErrorCode::store_outcome_unknown) << i;
  });
  expect_to_go_on_from_nothing();
}

TEST_F(CommitThatFails, leaves_open_whether_an_import_was_kept) {
  const auto imported = home->database().import_reports(
      [](const app::ReportPut& put) { return put(std::vector{report(1, "2024-Q1")}); }, today);
  EXPECT_EQ(code(imported), ErrorCode::store_outcome_unknown);
  expect_to_go_on_from_nothing();
}

TEST(Fault, remarks_of_the_server_are_not_printed_beside_our_errors) {
  if (!scratch::server()) GTEST_SKIP() << "NUCONG_TEST_POSTGRES names no server";
  Home home("postgresql");
  scratch::run_sql(home.url(),
                   "CREATE FUNCTION remark() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE WARNING "
                   "'going down'; RETURN NEW; END $$");
  scratch::run_sql(home.url(),
                   "CREATE TRIGGER remark BEFORE INSERT ON act FOR EACH ROW EXECUTE FUNCTION remark()");
  auto& database = home.database();
  const auto act = [&](std::uint32_t unit) {
    return code(submit(database, std::vector{report(unit, "2024-Q1")}, today));
  };
  testing::internal::CaptureStderr();
  const auto before = act(1);
  end_connections(home.url());
  const auto meanwhile = act(2);
  const auto read = code(database.latest());
  const auto after = act(2);
  const std::string printed = testing::internal::GetCapturedStderr();
  EXPECT_EQ(before, std::nullopt);
  EXPECT_EQ(meanwhile, ErrorCode::store_unreachable);
  EXPECT_TRUE(!read || read == ErrorCode::store_unreachable);
  EXPECT_EQ(after, std::nullopt);
  EXPECT_EQ(printed, "");
}

}  // namespace
}  // namespace nucong::store
