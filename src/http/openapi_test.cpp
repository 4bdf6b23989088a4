#include "http/openapi.hpp"

#include <algorithm>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "catalogue/words.hpp"
#include "http/routes.hpp"
#include "http/schemas.hpp"

namespace nucong::http {
namespace {

using testing::HasSubstr;

std::string described() {
  const app::Words words(catalogue::load_wording().value(), app::Language::en);
  return openapi_document(routes(), words, "1.2.3");
}

TEST(OpenApi, holds_every_route_with_its_params) {
  const auto document = described();
  for (const auto& route : routes()) {
    EXPECT_THAT(document, HasSubstr("\"" + std::string(route.pattern) + "\": {\n      \"get\""))
        << route.pattern;
    for (const auto& param : route.params)
      EXPECT_THAT(document, HasSubstr("\"name\": \"" + std::string(param.name) + "\"")) << route.pattern;
  }
}

TEST(OpenApi, has_a_schema_for_whatever_is_referred_to) {
  std::set<std::string_view> known;
  for (const auto& schema : schemas()) EXPECT_TRUE(known.insert(schema.name).second) << schema.name;
  for (const auto& route : routes())
    EXPECT_TRUE(route.schema.empty() || known.contains(route.schema)) << route.pattern;
  for (const auto& schema : schemas())
    for (const auto& member : schema.members)
      EXPECT_EQ(member.shape == Shape::object || member.shape == Shape::objects, known.contains(member.of))
          << schema.name << " " << member.name;
}

TEST(OpenApi, names_the_params_of_paths_as_they_stand_in_the_paths) {
  for (const auto& route : routes())
    for (const auto& param : route.params)
      EXPECT_EQ(param.where == Where::path,
                route.pattern.find("{" + std::string(param.name) + "}") != std::string_view::npos)
          << route.pattern << " " << param.name;
}

TEST(Routes, answer_in_rows_where_they_take_a_format) {
  for (const auto& route : routes())
    EXPECT_EQ(route.rows, std::ranges::find(route.params, "format", &Param::name) != route.params.end())
        << route.pattern;
}

TEST(Routes, have_patterns_of_their_own) {
  std::set<std::string_view> patterns;
  for (const auto& route : routes()) EXPECT_TRUE(patterns.insert(route.pattern).second) << route.pattern;
}

}  // namespace
}  // namespace nucong::http
