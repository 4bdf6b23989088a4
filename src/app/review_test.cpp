// What the unit above sees of a branch, what it asks for, and what a unit is told to do first.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/collect.hpp"
#include "app/deadlines.hpp"
#include "app/obligations.hpp"
#include "app/review_list.hpp"
#include "app/review_report.hpp"
#include "world/work.hpp"

namespace nucong::app {
namespace {

using account::Role;
using report::State;
using report::Timeliness;
using testing::ElementsAre;
using testing::IsEmpty;
using world::Work;

class Review : public testing::Test {
 protected:
  Review() {
    auto& people = work.people;
    people.person("lan", {people.office(Role::officer, "A1")});
    people.person("mai", {people.office(Role::upper_officer, "A")});
    people.person("trung", {people.office(Role::upper_officer, "VN")});
    for (const char* name : {"lan", "mai", "trung"}) askers.emplace(name, people.asker(name));
    work.people.clock.day = make_date(2026, 4, 5);
  }

  const Asker& by(const std::string& name) { return askers.at(name); }
  std::string extend(const std::string& who, const std::string& unit, Date due) {
    return Work::fault(
        extend_deadline(work.ports, by(who), work.present(), {unit, "NC-Q", quarter, due, "bão số 3"}));
  }
  Result<Reminded> remind(const std::string& who, const std::string& unit, bool again = false) {
    return remind_late(work.ports, by(who), work.present(), {unit, "NC-Q", quarter, again});
  }
  ReviewList list(const std::string& who, ReviewQuestion asked) {
    asked.form = "NC-Q";
    return review_list(by(who), work.present(), asked).value();
  }
  static std::vector<std::string> codes(const ReviewList& list) {
    std::vector<std::string> all;
    for (const auto& row : list.rows) all.push_back(row.unit);
    return all;
  }
  static std::size_t of(const ReviewList& list, State state) {
    return list.by_state.at(static_cast<std::size_t>(state));
  }
  void accept(const std::string& unit) {
    ASSERT_TRUE(accept_report(work.ports, by("trung"), work.present(), {unit, quarter, 1, {}}).has_value());
  }

  const Period quarter = Period::parse("2026-Q1").value();
  Work work{world::two_zones};
  std::map<std::string, Asker> askers;
};

TEST_F(Review, a_list_counts_all_states_and_shows_one_page) {
  work.report("A1", quarter, {Work::box("A03", "5"), Work::box("A04", "3")});
  work.people.clock.day = make_date(2026, 4, 20);
  work.report("B1", quarter, {Work::box("A03", "5")});
  accept("A1");
  const auto all = list("trung", {.unit = "VN", .period = quarter});
  EXPECT_EQ(codes(all), (std::vector<std::string>{"A1", "A2", "B1"}));
  EXPECT_EQ(of(all, State::accepted), 1U);
  EXPECT_EQ(of(all, State::sent), 1U);
  EXPECT_EQ(of(all, State::none), 1U);
  EXPECT_EQ(all.overdue, 1U);
  EXPECT_EQ(all.late, 1U);
  EXPECT_FALSE(all.more);
  EXPECT_EQ(all.rows[0].figures, 2U);
  EXPECT_EQ(all.rows[0].version, 1U);
  EXPECT_EQ(all.rows[0].timeliness, Timeliness::on_time);
  EXPECT_EQ(all.rows[1].received, std::nullopt);
  EXPECT_EQ(all.rows[1].timeliness, Timeliness::overdue);
  EXPECT_EQ(all.rows[2].received, make_date(2026, 4, 20));
  const auto first = list("trung", {.unit = "VN", .period = quarter, .limit = 2});
  EXPECT_EQ(codes(first), (std::vector<std::string>{"A1", "A2"}));
  EXPECT_TRUE(first.more);
  const auto rest = list("trung", {.unit = "VN", .period = quarter, .after_code = "A2", .limit = 2});
  EXPECT_EQ(codes(rest), std::vector<std::string>{"B1"});
  EXPECT_EQ(codes(list("trung", {.unit = "VN", .period = quarter, .state = State::sent})),
            std::vector<std::string>{"B1"});
  EXPECT_EQ(codes(list("mai", {.unit = "A", .period = quarter, .overdue = true})),
            std::vector<std::string>{"A2"});
}

TEST_F(Review, a_list_of_elsewhere_is_not_shown) {
  EXPECT_EQ(Work::fault(review_list(by("mai"), work.present(), {"B", quarter, "NC-Q"})), "scope.exceeded");
  EXPECT_EQ(Work::fault(review_list(by("mai"), work.present(), {"A", quarter, "NC-X"})), "form.unknown");
}

TEST_F(Review, more_time_is_given_by_the_unit_above_and_never_taken) {
  EXPECT_EQ(extend("mai", "A", make_date(2026, 4, 20)), "scope.exceeded") << "not to oneself";
  EXPECT_EQ(extend("mai", "A1", make_date(2026, 4, 20)), "ok");
  EXPECT_EQ(extend("mai", "A1", make_date(2026, 4, 19)), "deadline.earlier");
  EXPECT_EQ(extend("trung", "A", make_date(2026, 4, 15)), "ok");
  work.people.clock.day = make_date(2026, 4, 18);
  const auto all = list("trung", {.unit = "VN", .period = quarter});
  EXPECT_EQ(all.rows[0].due, make_date(2026, 4, 20)) << "the nearest above";
  EXPECT_EQ(all.rows[1].due, make_date(2026, 4, 15));
  EXPECT_EQ(all.rows[2].due, make_date(2026, 4, 10));
  EXPECT_EQ(all.overdue, 2U);
  EXPECT_EQ(work.people.deeds().back(), "deadline.extend");
}

TEST_F(Review, the_silent_are_reminded_once_a_day) {
  work.report("A1", quarter, {Work::box("A03", "5")});
  const auto first = remind("trung", "VN").value();
  EXPECT_EQ(first.units, (std::vector<std::string>{"A2", "B1"}));
  work.people.clock.instant += std::chrono::hours(23);
  const auto soon = remind("mai", "A").value();
  EXPECT_THAT(soon.units, IsEmpty());
  EXPECT_EQ(soon.lately, 1U);
  EXPECT_EQ(remind("mai", "A", true).value().units, std::vector<std::string>{"A2"});
  work.people.clock.instant += std::chrono::hours(25);
  EXPECT_EQ(remind("trung", "VN").value().units, (std::vector<std::string>{"A2", "B1"}));
  EXPECT_EQ(Work::fault(remind("mai", "B")), "scope.exceeded");
  EXPECT_EQ(Work::fault(remind("lan", "A1")), "ok") << "nobody to remind: she has sent";
}

TEST_F(Review, whoever_may_not_remind_reminds_nobody) {
  EXPECT_EQ(remind("lan", "A1").value().units, std::vector<std::string>{});
  EXPECT_EQ(Work::fault(remind("lan", "A")), "scope.exceeded");
  EXPECT_THAT(work.ports.database.all_reminders({}).value(), IsEmpty());
}

TEST_F(Review, a_unit_is_told_first_what_is_due_first) {
  work.people.clock.day = make_date(2026, 4, 5);
  work.report("A1", quarter.previous(), {Work::box("A03", "5")});
  work.report("A1", quarter.previous().previous(), {Work::box("A03", "5")});
  ASSERT_TRUE(return_report(work.ports, by("mai"), work.present(),
                            {"A1", quarter.previous(), 1, "thiếu danh sách", {}})
                  .has_value());
  ASSERT_TRUE(work.save(by("lan"), "A1", quarter, {Work::box("A03", "6")}).has_value());
  ASSERT_TRUE(remind("mai", "A").has_value());
  const auto all = obligations(work.ports, by("lan"), work.present(), "A1", 2).value();
  std::vector<std::string> told;
  for (const auto& one : all)
    if (one.form->code == "NC-Q")
      told.push_back(one.period.str() + " " + std::string(report::name_of(one.state)) + " " +
                     std::string(report::name_of(one.timeliness)));
  EXPECT_THAT(told, ElementsAre("2025-Q4 returned late", "2026-Q1 draft open", "2026-Q2 none open"))
      << "2025-Q3 is more than two before today's";
  const auto year = std::ranges::find(all, "NC-N", [](const auto& one) { return one.form->code; });
  EXPECT_EQ(year->period.str(), "2024") << "the oldest that is missing";
  const auto returned = std::ranges::find(all, quarter.previous(), &Obligation::period);
  EXPECT_EQ(returned->last_returned->note, "thiếu danh sách");
  const auto drafted = std::ranges::find(all, quarter, &Obligation::period);
  EXPECT_EQ(drafted->reminders.size(), 1U);
  EXPECT_TRUE(drafted->draft.has_value());
  EXPECT_EQ(Work::fault(obligations(work.ports, by("lan"), work.present(), "A2")), "scope.exceeded");
}

// Who reported is told alike from memory and from the database.
TEST_F(Review, a_collection_from_memory_agrees_with_one_from_the_database) {
  work.report("A1", quarter, {Work::box("A03", "5")});
  work.people.clock.day = make_date(2026, 4, 20);
  work.report("B1", quarter, {Work::box("A03", "5")});
  work.report("A1", quarter, {Work::box("A03", "6")});
  ASSERT_EQ(extend("trung", "B", make_date(2026, 4, 25)), "ok");
  for (const char* tree : {"as-was", "as-is", "2024-05-05"})
    for (const char* rows : {"self", "child", "level:2"}) {
      const CollectionQuestion asked{"NC-Q", "VN", quarter, Rows::parse(rows).value(),
                                     TreeChoice::parse(tree).value()};
      const auto stored = collect(work.app, asked).value();
      const auto remembered = collect(work.present(), asked).value();
      ASSERT_EQ(stored.rows.size(), remembered.rows.size());
      for (std::size_t i = 0; i < stored.rows.size(); ++i) {
        EXPECT_EQ(stored.rows[i].unit, remembered.rows[i].unit);
        EXPECT_EQ(stored.rows[i].counts, remembered.rows[i].counts);
      }
      EXPECT_EQ(stored.silent, remembered.silent);
      EXPECT_EQ(stored.due, remembered.due);
      EXPECT_EQ(stored.tree_day, remembered.tree_day);
      EXPECT_EQ(stored.rows.front().counts.late, 0U);
    }
  EXPECT_EQ(collect(work.present(), {"NC-Q", "VN", Period::parse("2020-Q1").value(), {}, {}}).has_error(),
            true)
      << "before there was anybody";
}

}  // namespace
}  // namespace nucong::app
