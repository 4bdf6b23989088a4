#include "app/record_units.hpp"

#include <gtest/gtest.h>

#include "world/app.hpp"

namespace nucong::app {
namespace {

using world::App;

const std::string heading = "code,name,kind,parent,from,to\n";
const std::string nation = heading +
                           "G1,CĐCS Một,grassroots,P,2023-01-01,\n"  // before its parent
                           "P,LĐLĐ P,provincial,VN,2023-01-01,\n"
                           "VN,Tổng Liên đoàn,confederation,,2023-01-01,\n"
                           "G2,CĐCS Hai,grassroots,P,1/3/2023,2025-07-01\n";

TEST(ImportUnits, takes_a_list_in_any_order) {
  App app;
  const auto done = import_units(app.ports, App::table(nation), Commit::yes);
  ASSERT_TRUE(done.has_value()) << App::fault(done);
  EXPECT_EQ(done.value().founded, 4U);
  EXPECT_EQ(done.value().ended, 1U);
  EXPECT_EQ(done.value().standing, 3U);
  EXPECT_EQ(load_history(*app.database).value().size(), 4U);
}

TEST(ImportUnits, a_rehearsal_keeps_nothing) {
  App app;
  ASSERT_TRUE(import_units(app.ports, App::table(nation), Commit::no).has_value());
  EXPECT_EQ(load_history(*app.database).value().size(), 0U);
}

TEST(ImportUnits, each_fault_has_its_line_and_nothing_is_kept) {
  const auto fault = [](const std::string& row) {
    App app;
    const auto done = import_units(app.ports, App::table(nation + row), Commit::yes);
    EXPECT_EQ(load_history(*app.database).value().size(), 0U) << row;
    return App::fault(done);
  };
  EXPECT_EQ(fault("X,X,grassroots,NO,2023-01-01,\n"), "unit.parent_missing line 6");
  EXPECT_EQ(fault("X,X,grassroots,Y,2023-01-01,\nY,Y,zone,X,2023-01-01,\n"), "unit.cycle line 7");
  EXPECT_EQ(fault("G1,X,grassroots,P,2023-01-01,\n"), "unit.code_taken line 6");
  EXPECT_EQ(fault("X,X,palace,P,2023-01-01,\n"), "unit.kind_unknown line 6");
  EXPECT_EQ(fault("X,X,grassroots,P,2023-02-30,\n"), "date.impossible line 6");
  EXPECT_EQ(fault("X,X,grassroots,P,2023-05-01,2023-05-01\n"), "unit.interval_empty line 6");
  EXPECT_EQ(fault("X,,grassroots,P,2023-05-01,\n"), "unit.name_missing line 6");
  EXPECT_EQ(fault("X,X,grassroots,P,2022-05-01,\n"), "unit.parent_missing line 6");
}

TEST(RecordUnitEvents, changes_the_tree_and_can_be_taken_back) {
  App app;
  ASSERT_TRUE(import_units(app.ports, App::table(nation), Commit::yes).has_value());
  const auto done = record_unit_events(app.ports,
                                       App::table("date,event,unit,into,parent,name,share,decision\n"
                                                  "2024-01-01,found,G3,,P,CĐCS Ba,,1/QĐ\n"
                                                  "2024-01-01,split,G1,G1,,,\"0,6\",1/QĐ\n"
                                                  "2024-01-01,split,G1,G3,,,0.4,1/QĐ\n"),
                                       Commit::yes);
  ASSERT_TRUE(done.has_value()) << App::fault(done);
  EXPECT_EQ(load_history(*app.database).value().size(), 5U);
  ASSERT_TRUE(undo_units(app.ports).has_value());
  EXPECT_EQ(load_history(*app.database).value().size(), 4U);
}

TEST(RecordUnitEvents, each_fault_has_its_line) {
  const auto fault = [](const std::string& row) {
    App app;
    EXPECT_TRUE(import_units(app.ports, App::table(nation), Commit::yes).has_value());
    return App::fault(record_unit_events(
        app.ports, App::table("date,event,unit,into,parent,name,share,decision\n" + row), Commit::yes));
  };
  EXPECT_EQ(fault("2022-12-01,rename,G1,,,Mới,,\n"), "unit.not_yet_founded line 2");
  EXPECT_EQ(fault("2025-08-01,merge,G1,G2,,,,\n"), "unit.into_closed line 2");
  EXPECT_EQ(fault("2024-01-01,split,G1,G2,,,0.7,\n2024-01-01,split,G1,P,,,0.4,\n"),
            "unit.shares_over_one line 3");
  EXPECT_EQ(fault("2024-01-01,close,G1,G2,,,,\n"), "unit.event_surplus line 2");
  EXPECT_EQ(fault("2024-01-01,explode,G1,,,,,\n"), "unit.event_unknown line 2");
  EXPECT_EQ(fault("2024-01-01,split,G1,G2,,,half,\n"), "unit.share_malformed line 2");
  EXPECT_EQ(fault("2024-01-01,rename,G1,,,Mới,,\n2024-01-01,rename,G1,,,Mới,,\n"), "unit.event_twice line 3");
}

}  // namespace
}  // namespace nucong::app
