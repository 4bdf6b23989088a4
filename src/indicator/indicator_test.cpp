#include "indicator/indicator.hpp"

#include <gtest/gtest.h>

#include "indicator/sample_elements.hpp"

namespace nucong::indicator {
namespace {

Indicator indicator(std::string code, std::string name) {
  return {std::move(code),
          std::move(name),
          "Tỷ lệ nữ đạt danh hiệu",
          "Share of title holders",
          ValueUnit::percent,
          Formula::parse("title_holders / women_workers", sample_elements()).value(),
          {},
          ""};
}

TEST(Catalogue, finds_an_indicator_by_code_and_by_name) {
  const auto catalogue = Catalogue::make(sample_elements(), {indicator("I.GVN", "title_share")}).value();
  EXPECT_EQ(catalogue.indicator("I.GVN").value(), catalogue.indicator("title_share").value());
  EXPECT_EQ(catalogue.find_indicator("I.XYZ"), nullptr);
  const auto error = catalogue.indicator("I.XYZ").error();
  EXPECT_EQ(error.code(), ErrorCode::indicator_unknown);
  EXPECT_EQ(error.params().front().value, "I.XYZ");
}

TEST(Catalogue, takes_unambiguous_names_only) {
  const auto code = [](std::vector<Indicator> indicators) {
    return Catalogue::make(sample_elements(), std::move(indicators)).error().code();
  };
  EXPECT_EQ(code({indicator("I.A", "share"), indicator("I.A", "other")}), ErrorCode::catalogue_malformed);
  EXPECT_EQ(code({indicator("I.A", "share"), indicator("I.B", "share")}), ErrorCode::catalogue_malformed);
  EXPECT_EQ(code({indicator("I.A", "women_members")}), ErrorCode::catalogue_malformed);
  EXPECT_EQ(code({indicator("", "share")}), ErrorCode::catalogue_malformed);
  EXPECT_EQ(code({indicator("I.A", "Share")}), ErrorCode::catalogue_malformed);
}

TEST(ValueUnit, is_spelled_as_in_the_catalogue) {
  for (const auto* name : {"percent", "count", "times", "money_vnd", "hours", "ratio", "other"})
    EXPECT_EQ(name_of(parse_value_unit(name).value()), name);
  EXPECT_FALSE(parse_value_unit("%"));
}

}  // namespace
}  // namespace nucong::indicator
