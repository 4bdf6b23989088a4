// What is left when the disk is full, the file is damaged, another one holds the lock, the server goes away.
#include <chrono>
#include <csignal>
#include <fstream>

#include <soci/soci.h>
#include <sqlite3.h>
#include <sys/resource.h>

#include "store/child_test.hpp"
#include "store/contract_test.hpp"
#include "store/detail/postgresql_engine.hpp"

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
    const auto store = open(url, OpenMode::must_exist).value();
    const rlimit limit{1'000'000, RLIM_INFINITY};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    std::uint32_t version = 0;
    auto refused = store->submit(batch_of(++version), today);
    while (refused.has_value() && version < 100) refused = store->submit(batch_of(++version), today);
    if (code(refused) != ErrorCode::store_full) return status_of(refused);
    if (all_versions(*store).size() != 200 * (version - 1)) return 200;
    // Somebody made room: the same store goes on.
    const rlimit none{RLIM_INFINITY, RLIM_INFINITY};
    ::setrlimit(RLIMIT_FSIZE, &none);
    return status_of(store->submit(batch_of(version), today));
  });
  EXPECT_EQ(end_of(child), 0);
  const auto store = open(url, OpenMode::must_exist).value();
  EXPECT_THAT(store->verify().value(), IsEmpty());
  EXPECT_EQ(all_versions(*store).size(), 200 * store->acts(0).value().size());
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
    const auto store = open(url, OpenMode::create_if_missing).value();
    ASSERT_TRUE(store->submit(batch_of(1), today).has_value());
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
  std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
  const auto size = static_cast<std::streamoff>(std::filesystem::file_size(path));
  for (std::streamoff page = size / 2 / 4096; page < size / 4096; ++page) {
    file.seekp(page * 4096);
    file << std::string(1000, '\xff');
  }
  file.close();
  const auto store = open(url, OpenMode::must_exist).value();
  EXPECT_THAT(store->verify().value(), Not(IsEmpty()));
  EXPECT_EQ(code(store->each_report(ever, never, [](const auto&) -> Result<> { return ok(); })),
            ErrorCode::store_damaged);
}

TEST_F(DamagedFile, verify_names_rows_that_somebody_took_away_or_changed) {
  ASSERT_TRUE(open(url, OpenMode::must_exist).value()->submit(batch_of(2), today).has_value());
  sqlite3* connection = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &connection), SQLITE_OK);
  const auto* sql =
      "DELETE FROM report WHERE unit = 3 AND version = 1; UPDATE report SET current = 1 WHERE unit = 4;"
      "UPDATE report SET first_day = 0 WHERE unit = 5; DELETE FROM act WHERE sequence = 1;"
      "INSERT INTO goal (unit, target, sequence) VALUES (1, 'D7.1', 2)";
  EXPECT_EQ(sqlite3_exec(connection, sql, nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_close(connection);
  EXPECT_EQ(open(url, OpenMode::must_exist).value()->verify().value().size(), 5U);
}

class Busy : public StoreContract {};
INSTANTIATE_TEST_SUITE_P(Engines, Busy, testing::Values("sqlite", "postgresql"));

TEST_P(Busy, a_writer_gives_up_on_another_one_after_five_seconds) {
  ASSERT_TRUE(store().submit(std::vector{report(1, "2024-Q1")}, today).has_value());
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
  EXPECT_EQ(code(store().submit(std::vector{report(1, "2024-Q1", 2)}, today)), ErrorCode::store_busy);
  EXPECT_GE(std::chrono::steady_clock::now() - begun, std::chrono::milliseconds(4500));
  EXPECT_EQ(reports_in(store(), ever, never).size(), 1U) << "readers do not wait";
  sqlite3_close(sqlite);
  PQfinish(postgresql);
  EXPECT_EQ(store().submit(std::vector{report(1, "2024-Q1", 2)}, today).value(), 2U);
}

TEST_P(Busy, a_lost_connection_fails_one_call) {
  if (GetParam() == "sqlite") GTEST_SKIP() << "a file has no connection to lose";
  ASSERT_TRUE(store().submit(std::vector{report(1, "2024-Q1")}, today).has_value());
  const std::string name = home().url().substr(home().url().rfind('/') + 1);
  const std::string end =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'";
  scratch::run_sql(*scratch::server(), end);
  EXPECT_EQ(code(store().submit(std::vector{report(1, "2024-Q1", 2)}, today)), ErrorCode::store_unreachable);
  EXPECT_EQ(store().submit(std::vector{report(1, "2024-Q1", 2)}, today).value(), 2U);
  int visited = 0;
  const auto cut = [&](const app::StoredReport&) -> Result<> {
    if (++visited == 1) scratch::run_sql(*scratch::server(), end);
    return ok();
  };
  EXPECT_EQ(code(store().each_version(cut)), ErrorCode::store_unreachable);
  EXPECT_EQ(all_versions(store()).size(), 2U);
}

TEST(Fault, remarks_of_the_server_are_not_printed_beside_our_errors) {
  if (!scratch::server()) GTEST_SKIP() << "NUCONG_TEST_POSTGRES names no server";
  const scratch::PostgresqlDatabase database;
  const auto engine = open_postgresql(database.url(), "postgresql://***").value();
  const std::string remark = "DO $$ BEGIN RAISE WARNING 'going down'; END $$";
  testing::internal::CaptureStderr();
  engine->session() << remark;
  scratch::run_sql(
      *scratch::server(),
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database.name() + "'");
  EXPECT_THROW(engine->begin_read(), soci::soci_error);
  engine->ensure_connected();
  engine->session() << remark;
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

}  // namespace
}  // namespace nucong::store
