#include "indicator/element.hpp"

#include <gtest/gtest.h>

#include "indicator/sample_elements.hpp"

namespace nucong::indicator {
namespace {

std::vector<Element> two() {
  Element a;
  a.code = "A01";
  a.name = "workers";
  a.periods = {PeriodKind::year};
  Element b = a;
  b.code = "A02";
  b.name = "women_workers";
  return {a, b};
}

// The `text` that Elements::make objects to; empty if it takes the list.
std::string refused(const std::vector<Element>& elements, const std::vector<Split>& splits = {}) {
  const auto made = Elements::make(elements, splits);
  if (made) return {};
  EXPECT_EQ(made.error().code(), ErrorCode::catalogue_malformed);
  return made.error().params().front().value;
}

TEST(Elements, are_found_by_code_and_by_name) {
  const auto elements = sample_elements();
  EXPECT_EQ(elements.id("A04").value(), elements.id("women_members").value());
  EXPECT_EQ(elements.element(elements.id("A04").value()).name, "women_members");
  EXPECT_FALSE(elements.find("a04"));
  EXPECT_FALSE(elements.find(""));
}

TEST(Elements, propose_the_nearest_name_for_an_unknown_one) {
  const auto elements = sample_elements();
  const auto nearest = [&](std::string_view text) {
    const auto error = elements.id(text).error();
    EXPECT_EQ(error.code(), ErrorCode::element_unknown);
    EXPECT_EQ(error.params().at(0), (ErrorParam{"text", std::string(text)}));
    return error.params().at(1).value;
  };
  EXPECT_EQ(nearest("women_member"), "women_members");
  EXPECT_EQ(nearest("care_activites"), "care_activities");
  EXPECT_EQ(nearest("Z99"), "");
  EXPECT_EQ(nearest("something_else_entirely"), "");
}

TEST(Elements, read_and_print_every_series) {
  const auto elements = sample_elements();
  for (const auto* text : {"A04", "A04[sector=fdi]", "A04[sector=state]", "A04[age=under_30]", "A01"})
    EXPECT_EQ(elements.code_of(elements.parse_series(text).value()), text);
  const auto series = elements.parse_series("women_members[sector=fdi]").value();
  EXPECT_EQ(elements.name_of(series), "women_members[sector=fdi]");
  EXPECT_EQ(elements.series_of(series.element).size(), 4U);
  EXPECT_EQ(elements.series_of(elements.id("A01").value()), (std::vector<Series>{{ElementId(0U), {}}}));
  EXPECT_EQ(elements.split_count(), 4U);
}

TEST(Elements, refuse_a_split_that_the_element_does_not_have) {
  const auto elements = sample_elements();
  for (const auto* text : {"A01[sector=fdi]", "A04[sector=moon]", "A04[place=fdi]", "A04[sector]", "A04[",
                           "A04[]", "A04[=]", "A04[sector=fdi", "A04[sector=fdi]x", "A04[sector=fdi]]"})
    EXPECT_EQ(elements.parse_series(text).error().code(), ErrorCode::element_split_unknown) << text;
  EXPECT_EQ(elements.parse_series("A99[sector=fdi]").error().code(), ErrorCode::element_unknown);
}

TEST(Elements, take_a_sound_list_only) {
  auto list = two();
  EXPECT_EQ(refused(list), "");
  list[1].code = "A01";
  EXPECT_EQ(refused(list), "A01");
  list = two();
  list[1].name = "workers";
  EXPECT_EQ(refused(list), "workers");
  for (const auto* code : {"", "A1", "a01", "A001", "A01B", "AA1", "A01bc"}) {
    list = two();
    list[0].code = code;
    EXPECT_EQ(refused(list), code);
    EXPECT_FALSE(Elements::make(list, {}));
  }
  for (const auto* name : {"Women", "nữ", "where", "units", "not", "2nd", "a-b"}) {
    list = two();
    list[0].name = name;
    EXPECT_EQ(refused(list), name);
  }
  list = two();
  list[0].splits = {"sector"};
  EXPECT_EQ(refused(list), "A01");
  list = two();
  list[0].periods.clear();
  EXPECT_EQ(refused(list), "A01");
  list = two();
  list[0].decimals = 10;
  EXPECT_EQ(refused(list), "A01");
}

TEST(Elements, take_sound_splits_only) {
  EXPECT_EQ(refused(two(), {{"Sector", "", "", {{"fdi", "", ""}}}}), "Sector");
  EXPECT_EQ(refused(two(), {{"sector", "", "", {}}}), "sector");
  EXPECT_EQ(refused(two(), {{"sector", "", "", {{"fdi", "", ""}, {"fdi", "", ""}}}}), "fdi");
  const Split sector{"sector", "", "", {{"fdi", "", ""}}};
  EXPECT_EQ(refused(two(), {sector, sector}), "sector");
}

TEST(ElementKind, is_spelled_as_in_the_catalogue) {
  EXPECT_EQ(name_of(parse_element_kind("stock").value()), "stock");
  EXPECT_EQ(name_of(parse_element_kind("flow").value()), "flow");
  EXPECT_FALSE(parse_element_kind("Flow"));
}

}  // namespace
}  // namespace nucong::indicator
