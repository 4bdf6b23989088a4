// Acts become visible in the order of their numbers, also where one takes its number early and commits late:
// a follower that went past a number never finds something new below it.
#include "store/child_test.hpp"
#include "store/contract_test.hpp"
#include "store/detail/act_words.hpp"
#include "store/detail/postgresql_engine.hpp"

namespace nucong::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Act 1 with one report, as SqlStore writes it; its transaction stays open.
void write_first_act(Engine& engine) {
  const auto given = report(1, "2024-Q1");
  const auto reports = engine.insert("report",
                                     "unit, period, version, form, first_day, last_day, received, by_whom, "
                                     "figures, reasons, sequence, current");
  reports->row(1, given.period.str(), 1, given.form, given.period.first(), given.period.last(), today,
               given.by, given.figures, given.reasons, 1, 1);
  reports->finish();
  const auto acts = engine.insert("act", "sequence, kind, day, summary");
  acts->row(1, act_kind::report_submit, today, counted(1, "report"));
  acts->finish();
}

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
  const auto store = open(url, OpenMode::must_exist).value();
  return status_of(store->submit(std::vector{report(unit, "2024-Q1")}, today));
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
  auto& store = home->store();
  const auto slow = open_postgresql(home->url(), "postgresql://***").value();
  pid_t quick = 0;
  {
    Transaction late(*slow, Transaction::Kind::act);
    write_first_act(*slow);
    quick = start_child([&] { return submit_one(home->url(), 2); });
    ASSERT_TRUE(somebody_waits(home->url()));
    EXPECT_THAT(store.acts(0).value(), IsEmpty());
    EXPECT_THAT(reports_since(store, 0), IsEmpty());
    EXPECT_EQ(store.latest().value(), 0U);
    late.commit();
  }
  EXPECT_EQ(end_of(quick), 0);
  EXPECT_THAT(names(reports_since(store, 0)), ElementsAre("1/2024-Q1/v1", "2/2024-Q1/v1"));
  EXPECT_THAT(names(reports_since(store, 1)), ElementsAre("2/2024-Q1/v1"));
  EXPECT_EQ(store.latest().value(), 2U);
}

TEST_F(Visibility, the_number_of_an_act_that_was_given_up_goes_to_the_next) {
  auto& store = home->store();
  const auto slow = open_postgresql(home->url(), "postgresql://***").value();
  pid_t quick = 0;
  {
    Transaction given_up(*slow, Transaction::Kind::act);
    write_first_act(*slow);
    quick = start_child([&] { return submit_one(home->url(), 2); });
    ASSERT_TRUE(somebody_waits(home->url()));
  }
  EXPECT_EQ(end_of(quick), 0);
  EXPECT_THAT(names(reports_since(store, 0)), ElementsAre("2/2024-Q1/v1"));
  EXPECT_EQ(store.latest().value(), 1U) << "no gap";
}

}  // namespace
}  // namespace nucong::store
