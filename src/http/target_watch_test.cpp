#include "http/target_watch.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/adopt.hpp"
#include "live/live_nation.hpp"
#include "world/app.hpp"

namespace nucong::http {
namespace {

using testing::HasSubstr;
using testing::Not;

class TheTargetWatch : public testing::Test {
 protected:
  TheTargetWatch() {
    home.found(
        "2023-01-01 found VN kind=confederation\n"
        "2023-01-01 found P parent=VN kind=provincial\n"
        "2023-01-01 found A parent=P kind=grassroots\n"
        "2023-01-01 found B parent=VN kind=grassroots\n");
    app::AdoptOrder order;
    order.text = "Phấn đấu năm 2026 trao ít nhất 50 suất học bổng.";
    order.issuer = "VN";
    order.period = Period::year(2026);
    order.bindings[1] = "I.HOCBONG";
    if (const auto adopted = app::adopt(home.ports, order); adopted.has_error())
      throw std::logic_error(std::string(dotted(adopted.error().code())));
    live = live::LiveNation::load(home.ports).value();
    whole = feed.open(*live->now(), std::nullopt, std::nullopt).value();
    other = feed.open(*live->now(), "B", std::nullopt).value();
    look();
  }

  void look() {
    if (!live->follow()) throw std::logic_error("no news");
    watch.look({*live->now(), world::knowledge(), live->atlas(), home.clock.day});
  }

  world::App home;
  Measures measures;
  Feed feed{measures};
  TargetWatch watch{feed};
  std::unique_ptr<live::LiveNation> live;
  std::shared_ptr<Reader> whole;
  std::shared_ptr<Reader> other;
};

TEST_F(TheTargetWatch, tells_once_that_a_branch_has_reached_a_target) {
  home.tell("A,2026-Q1,F04a,10\n");
  look();
  EXPECT_THAT(whole->take(), Not(HasSubstr("event: target")));
  home.tell("A,2026-Q2,F04a,45\n");
  look();
  const auto told = whole->take();
  EXPECT_THAT(told, HasSubstr("event: target"));
  EXPECT_THAT(told, HasSubstr("\"target\": \"D1.1\""));
  EXPECT_THAT(told, Not(HasSubstr("\"value\""))) << "it may be a small count";
  EXPECT_THAT(other->take(), Not(HasSubstr("event: target"))) << "another branch has not";
  look();
  EXPECT_EQ(whole->take(), "") << "it is told once";
}

}  // namespace
}  // namespace nucong::http
