#include "unit/history.hpp"

#include <gtest/gtest.h>

#include "world/world.hpp"

namespace nucong::unit {
namespace {

const std::string nation = R"(
  2023-01-01 found VN kind=confederation name=Tổng_Liên_đoàn
  2023-01-01 found HN parent=VN kind=provincial
  2023-01-01 found D1 parent=HN kind=district
  2023-01-01 found G1 parent=D1 kind=grassroots
  2023-01-01 found G2 parent=D1 kind=grassroots
)";

ErrorCode refusal(const std::string& more) {
  const auto made = History::replay(world::events(nation + more));
  if (made.has_value()) throw std::logic_error("accepted: " + more);
  EXPECT_GT(made.error().place().line, 0U) << "an error without its line";
  return made.error().code();
}

TEST(History, keeps_every_name_kind_and_parent_with_its_dates) {
  const auto h = world::history(nation + R"(
    2024-03-01 rename G1 name=Mới kind=guild
    2025-07-01 move G1 parent=HN
  )");
  const Unit& g1 = h.unit(h.slot("G1").value());
  EXPECT_EQ(g1.phase_on(make_date(2024, 2, 29)).name, "G1");
  EXPECT_EQ(g1.phase_on(make_date(2024, 3, 1)).name, "Mới");
  EXPECT_EQ(g1.phase_on(make_date(2024, 3, 1)).kind, "guild");
  EXPECT_EQ(g1.phase_on(make_date(2025, 6, 30)).parent, h.find("D1"));
  EXPECT_EQ(g1.phase_on(make_date(2025, 7, 1)).parent, h.find("HN"));
  EXPECT_EQ(h.epochs(),
            (std::vector<Date>{make_date(2023, 1, 1), make_date(2024, 3, 1), make_date(2025, 7, 1)}));
}

TEST(History, gives_slots_in_order_of_recording_so_that_late_papers_renumber_nothing) {
  const auto h = world::history(nation + "2025-01-01 found G3 parent=D1\n2024-01-01 found G4 parent=D1");
  EXPECT_LT(h.slot("G3").value(), h.slot("G4").value());
}

TEST(History, events_may_be_recorded_in_any_order_of_dates) {
  const auto h = world::history(nation + R"(
    2025-07-01 close G2
    2024-01-01 rename G2 name=Trước
  )");
  const Unit& g2 = h.unit(h.slot("G2").value());
  EXPECT_EQ(g2.phases.back().name, "Trước");
  EXPECT_FALSE(g2.stands_on(make_date(2025, 7, 1)));
  EXPECT_TRUE(g2.stands_on(make_date(2025, 6, 30)));
}

TEST(History, a_newcomer_without_kind_takes_its_siblings_kind) {
  const auto h = world::history(nation + "2024-01-01 found G3 parent=D1");
  EXPECT_EQ(h.unit(h.slot("G3").value()).phases.back().kind, "grassroots");
  EXPECT_EQ(refusal("2024-01-01 found G3 parent=G1"), ErrorCode::unit_kind_unknown);
}

TEST(History, a_merger_hands_the_children_on) {
  const auto h = world::history(nation + R"(
    2023-01-01 found D2 parent=HN kind=district
    2024-01-01 merge D1 into=D2
  )");
  EXPECT_EQ(h.unit(h.slot("G1").value()).phase_on(make_date(2024, 1, 1)).parent, h.find("D2"));
}

TEST(History, refuses_what_cannot_have_happened) {
  EXPECT_EQ(refusal("2024-01-01 found X parent=NO kind=grassroots"), ErrorCode::unit_parent_missing);
  EXPECT_EQ(refusal("2024-01-01 found G1 parent=HN kind=grassroots"), ErrorCode::unit_code_taken);
  EXPECT_EQ(refusal("2024-01-01 found V2 kind=confederation"), ErrorCode::unit_second_root);
  EXPECT_EQ(refusal("2024-01-01 found a,b parent=HN kind=grassroots"), ErrorCode::unit_code_malformed);
  EXPECT_EQ(refusal("2024-01-01 move HN parent=D1"), ErrorCode::unit_cycle);
  EXPECT_EQ(refusal("2024-01-01 move HN parent=HN"), ErrorCode::unit_cycle);
  EXPECT_EQ(refusal("2022-01-01 rename G1 name=x"), ErrorCode::unit_not_yet_founded);
  EXPECT_EQ(refusal("2024-01-01 rename NO name=x"), ErrorCode::unit_unknown);
  EXPECT_EQ(refusal("2024-01-01 close G1\n2024-02-01 rename G1 name=x"), ErrorCode::unit_closed);
  EXPECT_EQ(refusal("2024-01-01 close G1\n2024-02-01 merge G2 into=G1"), ErrorCode::unit_into_closed);
  EXPECT_EQ(refusal("2024-01-01 merge G2 into=G2"), ErrorCode::unit_into_itself);
  EXPECT_EQ(refusal("2024-01-01 merge D1 into=G1"), ErrorCode::unit_cycle);
  EXPECT_EQ(refusal("2024-01-01 close D1"), ErrorCode::unit_has_children);
  EXPECT_EQ(refusal("2024-01-01 close VN"), ErrorCode::unit_root_fixed);
  EXPECT_EQ(refusal("2024-01-01 move VN parent=HN"), ErrorCode::unit_root_fixed);
  EXPECT_EQ(refusal("2024-01-01 move G1"), ErrorCode::unit_event_incomplete);
  EXPECT_EQ(refusal("2024-01-01 close G1\n2024-01-01 close G1"), ErrorCode::unit_event_twice);
  EXPECT_EQ(refusal("2024-01-01 close G1\n2024-05-01 found X parent=G1 kind=team"),
            ErrorCode::unit_parent_closed);
}

TEST(History, refuses_shares_that_make_more_than_the_whole) {
  const std::string founded = "2024-01-01 found A parent=D1\n2024-01-01 found B parent=D1\n";
  EXPECT_EQ(refusal(founded + "2024-01-01 split G1 into=A share=0.7\n2024-01-01 split G1 into=B share=0.4"),
            ErrorCode::unit_shares_over_one);
  EXPECT_EQ(refusal(founded + "2024-01-01 split G1 into=A share=-0.1\n2024-01-01 split G1 into=B share=0.4"),
            ErrorCode::unit_share_malformed);
  EXPECT_EQ(refusal("2024-01-01 split G1 into=NO share=0.7"), ErrorCode::unit_unknown);
}

TEST(History, two_units_founded_under_each_other_are_a_cycle) {
  EXPECT_EQ(refusal("2024-01-01 found A parent=B kind=zone\n2024-01-01 found B parent=A kind=zone"),
            ErrorCode::unit_cycle);
}

TEST(History, an_unknown_code_names_the_nearest) {
  const auto h = world::history(nation);
  const auto missing = h.slot("g11");
  ASSERT_TRUE(missing.has_error());
  EXPECT_EQ(missing.error().params()[1].value, "G1");
}

}  // namespace
}  // namespace nucong::unit
