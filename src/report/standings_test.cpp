#include "report/standings.hpp"

#include <map>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace nucong::report {
namespace {

using Known = std::map<std::pair<Period, Slot>, Standing>;

Known known_in(const Standings& standings) {
  Known known;
  for (const Period& period : standings.periods())
    standings.of(period).each([&](Slot unit, const Standing& one) { known[{period, unit}] = one; });
  return known;
}

Standing standing(Version version) {
  return received({}, version, make_date(2026, 4, 1));
}

const Period first = Period::parse("2026-Q1").value();
const Period second = Period::parse("2026-Q2").value();

TEST(Standings, where_nothing_is_known_stands_nothing) {
  EXPECT_EQ(Standings().at(Slot(7U), first), Standing{});
  EXPECT_TRUE(Standings().periods().empty());
}

TEST(Standings, a_change_leaves_the_earlier_moment_as_it_was) {
  const Standings before = Standings().with(std::vector{StandingChange{Slot(7U), first, standing(1)}});
  const Standings later = before.with(std::vector{StandingChange{Slot(7U), first, standing(2)},
                                                  StandingChange{Slot(9000U), second, standing(1)},
                                                  StandingChange{Slot(7U), first, standing(3)}});
  EXPECT_EQ(before.at(Slot(7U), first), standing(1));
  EXPECT_EQ(later.at(Slot(7U), first), standing(3)) << "the last one wins";
  EXPECT_EQ(later.at(Slot(9000U), second), standing(1));
  EXPECT_EQ(later.at(Slot(8999U), second), Standing{});
}

TEST(Standings, a_writer_makes_what_changes_make) {
  StandingsWriter writer;
  std::vector<StandingChange> changes;
  for (const Period& period : {first, second}) {
    writer.begin(period);
    for (const std::uint32_t unit : {0U, 1U, 511U, 512U, 5000U}) {
      writer.append(Slot(unit), standing(unit + 1));
      changes.push_back({Slot(unit), period, standing(unit + 1)});
    }
  }
  EXPECT_EQ(known_in(writer.finish()), known_in(Standings().with(changes)));
  EXPECT_TRUE(writer.finish().periods().empty()) << "as new";
}

RC_GTEST_PROP(Standings, hold_what_was_put_into_them, ()) {
  Known expected;
  Standings standings;
  for (int batch = 0; batch < 5; ++batch) {
    std::vector<StandingChange> changes;
    for (int i = *rc::gen::inRange(0, 20); i > 0; --i) {
      const StandingChange change{Slot(*rc::gen::inRange(0U, 3000U)),
                                  *rc::gen::arbitrary<bool>() ? first : second,
                                  standing(*rc::gen::inRange(1U, 4U))};
      expected[{change.period, change.unit}] = change.standing;
      changes.push_back(change);
    }
    standings = standings.with(changes);
  }
  RC_ASSERT(known_in(standings) == expected);
}

}  // namespace
}  // namespace nucong::report
