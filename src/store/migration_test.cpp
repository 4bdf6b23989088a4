// Databases of older schemas are brought up to date, all of it or nothing.
#include "store/detail/migration.hpp"

#include <array>

#include "store/contract_test.hpp"
#include "store/detail/postgresql_connection.hpp"
#include "store/detail/sqlite_connection.hpp"

namespace nucong::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Migration : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    if (GetParam() == "sqlite") {
      url = "sqlite:" + folder.file("old.db");
      sql = open_sqlite(folder.file("old.db"), "sqlite:old.db", OpenMode::create_if_missing).value();
    } else if (scratch::server()) {
      url = database.emplace().url();
      sql = open_postgresql(url, "postgresql://***").value();
    } else {
      GTEST_SKIP() << "NUCONG_TEST_POSTGRES names no server";
    }
  }
  void TearDown() override { sql.reset(); }

  /// Brings it to the schema that this number of migrations made.
  void bring_to(std::size_t schema) {
    ASSERT_TRUE(
        bring_up_to_date(*sql, OpenMode::create_if_missing, known_migrations().first(schema)).has_value());
    ASSERT_EQ(version(), std::to_string(schema));
  }
  std::string version() { return asked("SELECT value FROM meta WHERE key = 'schema_version'"); }
  /// The first cell of the answer.
  std::string asked(std::string_view question) {
    std::string answer;
    sql->each_row(question, {}, [&](const Row& row) {
      answer = row.string(0);
      return false;
    });
    return answer;
  }
  /// How the engine means to answer.
  std::string plan_of(const std::string& question) {
    const bool sqlite = GetParam() == "sqlite";
    // A table as small as those here PostgreSQL would rather read whole.
    if (!sqlite) sql->execute("SET enable_seqscan = off");
    std::string plan;
    sql->each_row((sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + question, {}, [&](const Row& row) {
      plan += row.string(sqlite ? 3 : 0) + "\n";
      return true;
    });
    return plan;
  }

  scratch::Folder folder;
  std::optional<scratch::PostgresqlDatabase> database;
  std::string url;
  std::unique_ptr<Connection> sql;
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
  ASSERT_TRUE(bring_up_to_date(*sql, OpenMode::create_if_missing, std::span(steps).first(1)).has_value());
  EXPECT_EQ(version(), "1");
  ASSERT_TRUE(bring_up_to_date(*sql, OpenMode::must_exist, steps).has_value());
  EXPECT_EQ(version(), "2");
  EXPECT_EQ(asked("SELECT age FROM person WHERE name = 'a;b'"), "7");
  ASSERT_TRUE(bring_up_to_date(*sql, OpenMode::must_exist, steps).has_value()) << "nothing left to do";
  EXPECT_EQ(code(bring_up_to_date(*sql, OpenMode::must_exist, std::span(steps).first(1))),
            ErrorCode::store_newer);
}

TEST_P(Migration, goes_all_the_way_or_nowhere) {
  const std::array steps = {first, second, broken};
  ASSERT_TRUE(bring_up_to_date(*sql, OpenMode::create_if_missing, std::span(steps).first(1)).has_value());
  const auto before = sql->columns();
  EXPECT_THROW(static_cast<void>(bring_up_to_date(*sql, OpenMode::must_exist, steps)), SqlError);
  EXPECT_EQ(sql->columns(), before);
  EXPECT_EQ(version(), "1");
}

TEST_P(Migration, carries_the_schema_of_this_program) {
  bring_to(known_migrations().size());
  EXPECT_THAT(sql->columns(), testing::IsSupersetOf({"act.sequence", "report.figures", "goal.value"}));
}

constexpr std::string_view report_columns_until_schema_5 =
    "unit, period, version, form, first_day, last_day, received, by_whom, figures, reasons, sequence, "
    "current";

// One act, by the columns of that time: what acts today asks for tables that were not there yet.
void write_as_the_first_schema_had_it(Connection& sql, const std::vector<app::StoredReport>& reports) {
  Transaction transaction(sql, Transaction::Kind::act);
  const auto sink = sql.insert("report", report_columns_until_schema_5);
  for (const auto& one : reports)
    sink->row(one.unit, one.period.str(), one.version, one.form, one.period.first(), one.period.last(),
              one.received, one.by, one.figures, one.reasons, 1, 1);
  sink->finish();
  const auto acts = sql.insert("act", "sequence, kind, day, summary");
  acts->row(1, "report.submit", today, "2 reports");
  acts->finish();
  transaction.commit();
}

TEST_P(Migration, a_database_of_the_first_schema_keeps_its_reports_and_can_be_followed) {
  bring_to(1);
  write_as_the_first_schema_had_it(*sql, std::vector{report(4, "2024-Q1"), report(2, "2024-Q1")});
  sql.reset();
  const auto opened = open(url, OpenMode::must_exist).value();
  EXPECT_THAT(names(reports_since(*opened, 0)), ElementsAre("2/2024-Q1/v1", "4/2024-Q1/v1"));
  EXPECT_THAT(opened->acts(0).value(), ElementsAre(app::Act{1, "report.submit", today, "2 reports", 2}));
  EXPECT_EQ(submit(*opened, std::vector{report(4, "2024-Q1", 2)}, today).value(), 2U);
  EXPECT_THAT(names(reports_since(*opened, 1)), ElementsAre("4/2024-Q1/v2"));
  EXPECT_THAT(opened->verify().value(), IsEmpty());
}

// Three acts: a report, its correction together with another report, and a step.
void write_as_the_fifth_schema_had_it(Connection& sql) {
  struct Version {
    app::StoredReport report;
    int current;
  };
  auto first_one = report(4, "2024-Q1");
  auto second_one = report(4, "2024-Q1", 2, "A03=7");
  auto other = report(9, "2023");
  first_one.sequence = 1;
  second_one.sequence = other.sequence = 2;
  Transaction transaction(sql, Transaction::Kind::act);
  const auto sink = sql.insert("report", report_columns_until_schema_5);
  for (const auto& [one, current] : {Version{first_one, 0}, Version{second_one, 1}, Version{other, 1}})
    sink->row(one.unit, one.period.str(), one.version, one.form, one.period.first(), one.period.last(),
              one.received, one.by, one.figures, one.reasons, one.sequence, current);
  sink->finish();
  sql.insert_row("report_step", "unit, period, number, kind, version, account, at, note, cells, sequence", 4,
                 "2024-Q1", 1, "returned", 2, Value(), at(5), "note", "", 3);
  const auto acts = sql.insert("act", "sequence, kind, day, summary");
  acts->row(1, "report.submit", today, "1 report");
  acts->row(2, "report.submit", today, "2 reports");
  acts->row(3, "report.step", today, "2024-Q1 v2 returned");
  acts->finish();
  transaction.commit();
}

TEST_P(Migration, a_database_of_the_fifth_schema_says_what_its_acts_brought_and_which_version_is_current) {
  bring_to(5);
  write_as_the_fifth_schema_had_it(*sql);
  sql.reset();
  const auto opened = open(url, OpenMode::must_exist).value();
  EXPECT_THAT(opened->acts(0).value(),
              ElementsAre(app::Act{1, "report.submit", today, "1 report", 1},
                          app::Act{2, "report.submit", today, "2 reports", 2},
                          app::Act{3, "report.step", today, "2024-Q1 v2 returned", 1}));
  EXPECT_THAT(names(all_versions(*opened)), ElementsAre("4/2024-Q1/v1", "4/2024-Q1/v2", "9/2023/v1"));
  EXPECT_THAT(names(reports_in(*opened, make_date(2023, 1, 1), today)),
              ElementsAre("9/2023/v1", "4/2024-Q1/v2"));
  EXPECT_EQ(opened->versions(Slot(4U), period("2024-Q1")).value().at(1).figures, "A03=7");
  EXPECT_EQ(opened->steps(Slot(4U), period("2024-Q1")).value().size(), 1U);
  EXPECT_THAT(opened->verify().value(), IsEmpty());
  EXPECT_EQ(submit(*opened, std::vector{report(4, "2024-Q1", 3)}, today).value(), 4U);
}

TEST_P(Migration, reports_after_a_number_are_found_without_reading_the_others) {
  bring_to(known_migrations().size());
  EXPECT_THAT(plan_of("SELECT unit FROM report WHERE sequence > 7 ORDER BY sequence, unit"),
              testing::HasSubstr("report_sequence"));
}

TEST_P(Migration, answers_that_are_over_are_found_without_reading_the_others) {
  bring_to(known_migrations().size());
  EXPECT_THAT(plan_of("SELECT account FROM kept_answer WHERE expires <= 7 ORDER BY expires"),
              testing::HasSubstr("kept_answer_expires"));
}

}  // namespace
}  // namespace nucong::store
