// Databases of older schemas are brought up to date, all of it or nothing.
#include "store/detail/migration.hpp"

#include <array>

#include <soci/soci.h>

#include "store/contract_test.hpp"
#include "store/detail/postgresql_engine.hpp"
#include "store/detail/sql_store.hpp"
#include "store/detail/sqlite_engine.hpp"

namespace nucong::store {
namespace {

class Migration : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    if (GetParam() == "sqlite") {
      url = "sqlite:" + folder.file("old.db");
      engine = open_sqlite(folder.file("old.db"), "sqlite:old.db", OpenMode::create_if_missing).value();
    } else if (scratch::server()) {
      url = database.emplace().url();
      engine = open_postgresql(url, "postgresql://***").value();
    } else {
      GTEST_SKIP() << "NUCONG_TEST_POSTGRES names no server";
    }
  }
  void TearDown() override { engine.reset(); }

  std::string version() {
    std::string value;
    engine->session() << "SELECT value FROM meta WHERE key = 'schema_version'", soci::into(value);
    return value;
  }

  scratch::Folder folder;
  std::optional<scratch::PostgresqlDatabase> database;
  std::string url;
  std::unique_ptr<Engine> engine;
};

INSTANTIATE_TEST_SUITE_P(Engines, Migration, testing::Values("sqlite", "postgresql"));

constexpr std::string_view first =
    "-- People; with two lines.\n"
    "CREATE TABLE meta (key TEXT NOT NULL, value TEXT NOT NULL);\n"
    "CREATE TABLE person (\n  name TEXT NOT NULL\n);\n"
    "INSERT INTO person (name) VALUES ('a;b');\n";
constexpr std::string_view second =
    "ALTER TABLE person ADD COLUMN age INTEGER;\nUPDATE person SET age = 7;\n";
constexpr std::string_view broken = "CREATE TABLE half (x INTEGER);\nINSERT INTO nowhere (x) VALUES (1);\n";

TEST_P(Migration, brings_an_old_schema_up_to_date) {
  const std::array steps = {first, second};
  ASSERT_TRUE(bring_up_to_date(*engine, OpenMode::create_if_missing, std::span(steps).first(1)).has_value());
  EXPECT_EQ(version(), "1");
  ASSERT_TRUE(bring_up_to_date(*engine, OpenMode::must_exist, steps).has_value());
  EXPECT_EQ(version(), "2");
  int age = 0;
  engine->session() << "SELECT age FROM person WHERE name = 'a;b'", soci::into(age);
  EXPECT_EQ(age, 7);
  ASSERT_TRUE(bring_up_to_date(*engine, OpenMode::must_exist, steps).has_value()) << "nothing left to do";
  EXPECT_EQ(code(bring_up_to_date(*engine, OpenMode::must_exist, std::span(steps).first(1))),
            ErrorCode::store_newer);
}

TEST_P(Migration, goes_all_the_way_or_nowhere) {
  const std::array steps = {first, second, broken};
  ASSERT_TRUE(bring_up_to_date(*engine, OpenMode::create_if_missing, std::span(steps).first(1)).has_value());
  const auto before = engine->columns();
  EXPECT_THROW(static_cast<void>(bring_up_to_date(*engine, OpenMode::must_exist, steps)), soci::soci_error);
  EXPECT_EQ(engine->columns(), before);
  EXPECT_EQ(version(), "1");
}

TEST_P(Migration, carries_the_schema_of_this_program) {
  ASSERT_TRUE(bring_up_to_date(*engine, OpenMode::create_if_missing, known_migrations()).has_value());
  EXPECT_EQ(version(), std::to_string(known_migrations().size()));
  EXPECT_THAT(engine->columns(), testing::IsSupersetOf({"act.sequence", "report.figures", "goal.value"}));
}

// One act, by the columns of that time: today's SqlStore asks for tables that were not there yet.
void write_as_the_first_schema_had_it(Engine& engine, const std::vector<app::StoredReport>& reports) {
  Transaction transaction(engine, Transaction::Kind::act);
  const auto sink = engine.insert("report",
                                  "unit, period, version, form, first_day, last_day, received, by_whom, "
                                  "figures, reasons, sequence, current");
  for (const auto& one : reports)
    sink->row(one.unit.value, one.period.str(), one.version, one.form, one.period.first(), one.period.last(),
              one.received, one.by, one.figures, one.reasons, 1, 1);
  sink->finish();
  const auto acts = engine.insert("act", "sequence, kind, day, summary");
  acts->row(1, "report.submit", today, "2 reports");
  acts->finish();
  transaction.commit();
}

TEST_P(Migration, a_database_of_the_first_schema_keeps_its_reports_and_can_be_followed) {
  ASSERT_TRUE(
      bring_up_to_date(*engine, OpenMode::create_if_missing, known_migrations().first(1)).has_value());
  EXPECT_EQ(version(), "1");
  write_as_the_first_schema_had_it(*engine, std::vector{report(4, "2024-Q1"), report(2, "2024-Q1")});
  engine.reset();
  const auto store = open(url, OpenMode::must_exist).value();
  EXPECT_THAT(names(reports_since(*store, 0)), testing::ElementsAre("2/2024-Q1/v1", "4/2024-Q1/v1"));
  EXPECT_EQ(store->submit(std::vector{report(4, "2024-Q1", 2)}, today).value(), 2U);
  EXPECT_THAT(names(reports_since(*store, 1)), testing::ElementsAre("4/2024-Q1/v2"));
  EXPECT_THAT(store->verify().value(), testing::IsEmpty());
}

TEST_P(Migration, reports_after_a_number_are_found_without_reading_the_others) {
  ASSERT_TRUE(bring_up_to_date(*engine, OpenMode::create_if_missing, known_migrations()).has_value());
  const bool sqlite = GetParam() == "sqlite";
  // A table as small as this one PostgreSQL would rather read whole.
  if (!sqlite) engine->session() << "SET enable_seqscan = off";
  const std::string question = "SELECT unit FROM report WHERE sequence > 7 ORDER BY sequence, unit";
  const soci::rowset<soci::row> plan =
      (engine->session().prepare << (sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + question);
  std::string text;
  for (const auto& row : plan) text += row.get<std::string>(sqlite ? 3 : 0) + "\n";
  EXPECT_THAT(text, testing::HasSubstr("report_sequence"));
}

}  // namespace
}  // namespace nucong::store
