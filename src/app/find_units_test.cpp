#include "app/find_units.hpp"

#include <gtest/gtest.h>

#include "world/world.hpp"

namespace nucong::app {
namespace {

class FindUnits : public testing::Test {
 protected:
  FindUnits() {
    auto events = world::events(
        "2023-01-01 found VN kind=confederation\n"
        "2023-01-01 found HN parent=VN kind=provincial\n"
        "2023-01-01 found HN-1 parent=HN kind=grassroots\n"
        "2023-01-01 found HN-2 parent=HN kind=grassroots\n"
        "2023-01-01 found PT parent=VN kind=provincial\n"
        "2023-01-01 found PT-1 parent=PT kind=grassroots\n"
        "2024-01-01 close PT-1\n");
    const std::vector<std::string> names = {"Tổng Liên đoàn", "Hà Nội",  "May Thăng Long",
                                            "Điện Hà Nội",    "Phú Thọ", "Hà"};
    for (std::size_t i = 0; i < names.size(); ++i) events[i].name = names[i];
    index = std::make_unique<UnitIndex>(
        std::make_shared<const unit::Tree>(unit::History::replay(events).value(), make_date(2026, 1, 1)));
  }

  [[nodiscard]] std::string found(const UnitSearch& search) const {
    std::string codes;
    for (const auto& one : index->find(search))
      codes += (codes.empty() ? "" : " ") + index->tree().history().unit(one.unit).code;
    return codes;
  }

  std::unique_ptr<UnitIndex> index;
};

TEST_F(FindUnits, finds_names_without_tones_and_marks_the_closest_first) {
  EXPECT_EQ(found({"ha noi"}), "HN HN-2");
  EXPECT_EQ(found({"HÀ NỘI"}), "HN HN-2");
  EXPECT_EQ(found({"dien"}), "HN-2");
  EXPECT_EQ(found({"noi"}), "HN HN-2");
  EXPECT_EQ(found({"ang l"}), "HN-1");
}

TEST_F(FindUnits, marks_that_were_typed_stand_first_wherever_the_tone_is_put) {
  const auto history = world::history(R"(
    2023-01-01 found VN kind=confederation
    2023-01-01 found A parent=VN kind=grassroots name=Hoa
    2023-01-01 found B parent=VN kind=grassroots name=Hòa
    2023-01-01 found C parent=VN kind=grassroots name=Hoà
    2023-01-01 found D parent=VN kind=grassroots name=Hoả
  )");
  index = std::make_unique<UnitIndex>(std::make_shared<const unit::Tree>(history, make_date(2026, 1, 1)));
  EXPECT_EQ(found({"hoà"}), "B C A D");
  EXPECT_EQ(found({"hòa"}), "B C A D");
  EXPECT_EQ(found({"hoa"}), "A B C D") << "no marks were typed, so all are meant";
  EXPECT_EQ(found({"hoà", "", {}, 2, Rank{false, Fit::name}, "C"}), "A D");
}

TEST_F(FindUnits, finds_codes) {
  EXPECT_EQ(found({"hn"}), "HN HN-1 HN-2");
  EXPECT_EQ(found({"-2"}), "HN-2");
}

TEST_F(FindUnits, finds_only_what_stands_is_of_the_kind_and_in_the_branch) {
  EXPECT_EQ(found({"ha"}), "HN HN-2 HN-1") << "it stands within Thăng";
  EXPECT_EQ(found({"ha", "grassroots"}), "HN-2 HN-1");
  EXPECT_EQ(found({"", "", index->tree().history().find("PT")}), "PT");
  EXPECT_EQ(found({"nothing"}), "");
}

TEST_F(FindUnits, goes_on_behind_the_last_of_a_page) {
  EXPECT_EQ(found({"", "", {}, 2}), "HN HN-1");
  EXPECT_EQ(found({"", "", {}, 2, Rank{}, "HN-1"}), "HN-2 PT");
  EXPECT_EQ(found({"", "", {}, 2, Rank{}, "PT"}), "VN");
  EXPECT_EQ(found({"hn", "", {}, 1}), "HN");
  EXPECT_EQ(found({"hn", "", {}, 5, Rank{false, Fit::code}, "HN"}), "HN-1 HN-2");
}

}  // namespace
}  // namespace nucong::app
