// Acts become visible in the order of their numbers, also where one takes its number early and commits late:
// a follower that went past a number never finds something new below it.
#include "store/child_test.hpp"
#include "store/contract_test.hpp"

namespace nucong::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Somebody who acts by the rules on a connection of his own, and takes his time.
class SlowAct {
 public:
  // Takes the turn to act, number 1 and one report; its transaction stays open.
  explicit SlowAct(const std::string& url) : connection_(PQconnectdb(url.c_str())) {
    const auto given = report(1, "2024-Q1");
    const auto day = [](Date date) { return std::to_string(date.time_since_epoch().count()); };
    run("BEGIN");
    run("SELECT pg_advisory_xact_lock(x'6e75636f6e67'::bigint)");
    run("INSERT INTO report (unit, period, version, form, first_day, last_day, received, by_whom, figures, "
        "reasons, "
        "sequence) VALUES (1, '2024-Q1', 1, 'nu-cong-quy', " +
        day(given.period.first()) + ", " + day(given.period.last()) + ", " + day(today) +
        ", 'Lan', 'A03=120 A04=80', '', 1)");
    run("INSERT INTO act (sequence, kind, day, summary, rows) VALUES (1, 'report.submit', " + day(today) +
        ", '1 report', 1)");
  }
  SlowAct(const SlowAct&) = delete;
  SlowAct& operator=(const SlowAct&) = delete;
  ~SlowAct() { PQfinish(connection_); }

  void commit() { run("COMMIT"); }
  void give_up() { run("ROLLBACK"); }

 private:
  void run(const std::string& sql) {
    PGresult* answer = PQexec(connection_, sql.c_str());
    const auto status = PQresultStatus(answer);
    PQclear(answer);
    EXPECT_TRUE(status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) << PQerrorMessage(connection_);
  }

  PGconn* connection_;
};

// Whether somebody came to wait for the turn to act, before the server was asked very often.
bool somebody_waits(const std::string& url) {
  PGconn* connection = PQconnectdb(url.c_str());
  const std::string waiting =
      "SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE d.datname = "
      "current_database() "
      "AND l.locktype = 'advisory' AND NOT l.granted";
  bool found = false;
  for (int asked = 0; asked < 100'000 && !found; ++asked) {
    PGresult* answer = PQexec(connection, waiting.c_str());
    found = PQntuples(answer) > 0;
    PQclear(answer);
  }
  PQfinish(connection);
  return found;
}

int submit_one(const std::string& url, std::uint32_t unit) {
  const auto database = open(url, OpenMode::must_exist).value();
  return status_of(submit(*database, std::vector{report(unit, "2024-Q1")}, today));
}

class Visibility : public testing::Test {
 protected:
  void SetUp() override {
    if (!scratch::server()) GTEST_SKIP() << "NUCONG_TEST_POSTGRES names no server";
    home.emplace("postgresql");
  }
  std::optional<Home> home;
};

TEST_F(Visibility, a_second_writer_waits_for_an_act_that_commits_late) {
  auto& database = home->database();
  SlowAct late(home->url());
  const pid_t quick = start_child([&] { return submit_one(home->url(), 2); });
  ASSERT_TRUE(somebody_waits(home->url()));
  EXPECT_THAT(database.acts(0).value(), IsEmpty());
  EXPECT_THAT(reports_since(database, 0), IsEmpty());
  EXPECT_EQ(database.latest().value(), 0U);
  late.commit();
  EXPECT_EQ(end_of(quick), 0);
  EXPECT_THAT(names(reports_since(database, 0)), ElementsAre("1/2024-Q1/v1", "2/2024-Q1/v1"));
  EXPECT_THAT(names(reports_since(database, 1)), ElementsAre("2/2024-Q1/v1"));
  EXPECT_EQ(database.latest().value(), 2U);
  EXPECT_THAT(database.verify().value(), IsEmpty());
}

TEST_F(Visibility, the_number_of_an_act_that_was_given_up_goes_to_the_next) {
  auto& database = home->database();
  SlowAct given_up(home->url());
  const pid_t quick = start_child([&] { return submit_one(home->url(), 2); });
  ASSERT_TRUE(somebody_waits(home->url()));
  given_up.give_up();
  EXPECT_EQ(end_of(quick), 0);
  EXPECT_THAT(names(reports_since(database, 0)), ElementsAre("2/2024-Q1/v1"));
  EXPECT_EQ(database.latest().value(), 1U) << "no gap";
}

}  // namespace
}  // namespace nucong::store
