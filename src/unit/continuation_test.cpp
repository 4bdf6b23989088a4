// Going on from a history gives what replaying everything gives.
#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "unit/tree.hpp"
#include "world/world.hpp"

namespace nucong::unit {
namespace {

using Events = std::vector<UnitEvent>;

const std::string nation = R"(
  2023-01-01 found VN kind=confederation
  2023-01-01 found P parent=VN kind=provincial
  2023-01-01 found Q parent=VN kind=provincial
  2023-01-01 found A parent=P kind=grassroots
  2023-01-01 found B parent=P kind=grassroots
)";

Events joined(Events first, const Events& then) {
  first.insert(first.end(), then.begin(), then.end());
  return first;
}

Result<Events> not_to_be_asked() {
  throw std::logic_error("the past was asked for");
}

bool same(const History& a, const History& b) {
  if (a.size() != b.size() || a.root() != b.root() || a.epochs() != b.epochs()) return false;
  if (a.recorded_events() != b.recorded_events()) return false;
  if (!std::ranges::equal(a.by_code(), b.by_code())) return false;
  if (!std::ranges::equal(a.handed_on(), b.handed_on())) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const Slot slot(i);
    if (a.unit(slot) != b.unit(slot) || a.find(b.unit(slot).code) != slot) return false;
  }
  return true;
}

// What the columns say is what the units say, on every day on which something changes and around it.
bool columns_agree(const History& h) {
  for (const Date epoch : h.epochs())
    for (const Date day : {epoch - std::chrono::days{1}, epoch}) {
      const Tree tree(h, day);
      for (std::size_t i = 0; i < h.size(); ++i) {
        const Unit& unit = h.unit(Slot(i));
        if (h.founded(Slot(i)) != unit.founded || h.stands_on(Slot(i), day) != unit.stands_on(day))
          return false;
        if (h.parent_on(Slot(i), day) != unit.phase_on(day).parent) return false;
        if (tree.has(Slot(i)) != unit.stands_on(day)) return false;
      }
    }
  for (std::size_t i = 0; i < h.size(); ++i)
    if (std::ranges::binary_search(h.handed_on(), Slot(i)) == h.unit(Slot(i)).handovers.empty()) return false;
  return std::ranges::is_sorted(h.by_code(), {}, [&](Slot slot) { return h.unit(slot).code; });
}

TEST(Continuation, goes_on_without_asking_for_the_past_and_leaves_the_old_history_as_it_was) {
  const auto before = world::history(nation);
  const auto more = world::events("2025-07-01 found C kind=zone parent=Q\n2025-07-01 merge P into=Q");
  const auto after = before.with(more, not_to_be_asked).value();
  EXPECT_TRUE(same(after, History::replay(joined(world::events(nation), more)).value()));
  EXPECT_TRUE(same(before, world::history(nation)));
  EXPECT_EQ(&after.unit(*after.root()), &before.unit(*before.root())) << "unchanged, so shared";
}

TEST(Continuation, starts_from_nothing) {
  const auto nothing = History::replay({}).value();
  EXPECT_TRUE(same(nothing.with(world::events(nation), not_to_be_asked).value(), world::history(nation)));
}

TEST(Continuation, what_reaches_back_is_replayed_from_the_start) {
  const auto first = world::events(nation + "2025-07-01 split A into=B share=0.3");
  const auto before = History::replay(first).value();
  for (const auto* late : {"2025-06-30 rename B name=x", "2025-07-01 split A into=Q share=0.4"}) {
    const auto more = world::events(late);
    EXPECT_FALSE(before.continues(more));
    int asked = 0;
    const auto past = [&]() -> Result<Events> {
      ++asked;
      return first;
    };
    EXPECT_TRUE(same(before.with(more, past).value(), History::replay(joined(first, more)).value()));
    EXPECT_EQ(asked, 1);
    EXPECT_THROW(static_cast<void>(before.with(more, [] { return Result<Events>(Events{}); })), Defect);
  }
}

TEST(Continuation, hands_on_why_the_past_cannot_be_had) {
  const auto past = []() -> Result<Events> { return fail(ErrorCode::store_damaged, {{"text", "x"}}); };
  const auto after = world::history(nation).with(world::events("2022-01-01 rename A name=x"), past);
  EXPECT_EQ(after.error().code(), ErrorCode::store_damaged);
}

TEST(Continuation, a_second_heritage_on_the_day_of_founding_ends_an_origin) {
  const auto first =
      world::events(nation + "2025-07-01 found C parent=Q kind=zone\n2025-07-01 split A into=C");
  const auto second = world::events("2025-07-01 merge B into=C");
  const auto before = History::replay(first).value();
  EXPECT_EQ(before.unit(before.slot("C").value()).origin, before.find("A"));
  const auto after = before.with(second, not_to_be_asked).value();
  EXPECT_FALSE(after.unit(after.slot("C").value()).origin);
  EXPECT_TRUE(same(after, History::replay(joined(first, second)).value()));
}

// One or two lines of one kind on a day near the last: many are refused, and some reach back.
Events random_events(int& day) {
  const std::vector<std::string> codes = {"P", "Q", "A", "B", "N0", "N1", "N2", "N3", "N4", "VN"};
  day += *rc::gen::element(0, 0, 0, 1, 7, -3);
  const auto date = format_date(make_date(2024, 1, 1) + std::chrono::days{day});
  const std::string unit = *rc::gen::elementOf(codes);
  const std::string other = *rc::gen::elementOf(codes);
  const std::string kind = *rc::gen::element<std::string>("", "", " kind=zone", " kind=team");
  switch (*rc::gen::inRange(0, 8)) {
    case 0:
    case 1:
      return {world::event(date + " found " + unit + kind + " parent=" + other)};
    case 2:
      return {world::event(date + " merge " + unit + " into=" + other)};
    case 3:
      return {world::event(date + " close " + unit)};
    case 4:
      return {world::event(date + " move " + unit + " parent=" + other)};
    case 5:
      return {world::event(date + " rename " + unit + " name=" + other + kind)};
    case 6:
      return {world::event(date + " split " + unit + " into=" + other + " share=0.3")};
    default:
      return {world::event(date + " split " + unit + " into=" + unit),
              world::event(date + " split " + unit + " into=" + other + " share=0.6")};
  }
}

RC_GTEST_PROP(Continuation, equals_a_replay_of_everything, ()) {
  Events recorded = world::events(nation);
  History history = History::replay(recorded).value();
  int day = 0;
  for (int batch = *rc::gen::inRange(1, 20); batch > 0; --batch) {
    Events more;
    for (int n = *rc::gen::inRange(1, 4); n > 0; --n) more = joined(std::move(more), random_events(day));
    const auto whole = History::replay(joined(recorded, more));
    const History before = history;
    const auto after = history.with(more, [&] { return Result<Events>(recorded); });
    RC_ASSERT(after.has_value() == whole.has_value());
    RC_ASSERT(same(before, History::replay(recorded).value()));
    if (after.has_error()) {
      RC_ASSERT(after.error().code() == whole.error().code());
      RC_ASSERT(after.error().params() == whole.error().params());
      continue;
    }
    RC_ASSERT(same(after.value(), whole.value()));
    RC_ASSERT(columns_agree(after.value()));
    history = after.value();
    recorded = joined(std::move(recorded), more);
  }
}

}  // namespace
}  // namespace nucong::unit
