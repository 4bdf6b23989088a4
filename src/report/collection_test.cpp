#include "report/collection.hpp"

#include <gtest/gtest.h>

#include "world/world.hpp"

namespace nucong::report {
namespace {

class Collecting : public ::testing::Test {
 protected:
  Collecting() {
    form.code = "NC-Q";
    form.periods = {PeriodKind::quarter};
    form.kinds = {"grassroots"};
    form.due_days = 10;
  }

  [[nodiscard]] Counts counts(const char* branch, std::map<std::string, Date> received) const {
    std::map<Slot, Date> by_slot;
    for (const auto& [code, day] : received) by_slot[history.slot(code).value()] = day;
    const auto period = Period::parse("2025-Q3").value();
    const unit::Tree tree(history, period.last());
    return Collection(form, period, tree, by_slot).counts(history.slot(branch).value());
  }

  const unit::History history = world::history(R"(
    2023-01-01 found VN kind=confederation
    2023-01-01 found P parent=VN kind=provincial
    2023-01-01 found A parent=P kind=grassroots
    2023-01-01 found B parent=P kind=grassroots
    2023-01-01 found C parent=P kind=grassroots
    2025-08-01 merge B into=A
    2025-09-01 close C
    2025-09-30 found D parent=P kind=grassroots
    2025-10-01 found E parent=P kind=grassroots
  )");
  Form form;
};

TEST_F(Collecting, expects_those_who_stand_on_the_last_day) {
  EXPECT_EQ(counts("VN", {}), (Counts{.expected = 2}));  // A and D, not B, C, E
}

TEST_F(Collecting, tells_on_time_from_late) {
  EXPECT_EQ(counts("P", {{"A", make_date(2025, 10, 10)}, {"D", make_date(2025, 10, 11)}}),
            (Counts{.expected = 2, .received = 2, .on_time = 1, .late = 1}));
}

TEST_F(Collecting, counts_what_came_unasked_apart) {
  EXPECT_EQ(counts("VN", {{"B", make_date(2025, 7, 31)}, {"P", make_date(2025, 10, 1)}}),
            (Counts{.expected = 2, .unasked = 2}));
  EXPECT_EQ(counts("P", {{"B", make_date(2025, 7, 31)}}), (Counts{.expected = 2}));
}

}  // namespace
}  // namespace nucong::report
