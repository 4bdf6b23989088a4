// Databases of older schemas are brought up to date, all of it or nothing.
#include "store/detail/migration.hpp"

#include <array>

#include <soci/soci.h>

#include "store/contract_test.hpp"
#include "store/detail/postgresql_engine.hpp"
#include "store/detail/sqlite_engine.hpp"

namespace nucong::store {
namespace {

class Migration : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    if (GetParam() == "sqlite") {
      engine = open_sqlite(folder.file("old.db"), "sqlite:old.db", OpenMode::create_if_missing).value();
    } else if (scratch::server()) {
      engine = open_postgresql(database.emplace().url(), "postgresql://***").value();
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

}  // namespace
}  // namespace nucong::store
