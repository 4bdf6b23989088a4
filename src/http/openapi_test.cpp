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
    EXPECT_THAT(document, HasSubstr("\"" + std::string(route.pattern) + "\": {\n")) << route.pattern;
    for (const auto& param : route.params)
      EXPECT_THAT(document,
                  HasSubstr(param.where == Where::body ? "\"" + std::string(param.name) + "\": {\n"
                                                       : "\"name\": \"" + std::string(param.name) + "\""))
          << route.pattern;
  }
}

TEST(OpenApi, has_a_schema_for_whatever_is_referred_to) {
  std::set<std::string_view> known;
  for (const auto& schema : schemas()) EXPECT_TRUE(known.insert(schema.name).second) << schema.name;
  for (const auto& route : routes())
    EXPECT_TRUE(route.schema.empty() || known.contains(route.schema)) << route.pattern;
  for (const auto& schema : schemas())
    for (const auto& member : schema.members)
      EXPECT_EQ(member.shape == Shape::object || member.shape == Shape::objects ||
                    member.shape == Shape::maybe_object,
                known.contains(member.of))
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

TEST(Routes, have_patterns_and_names_of_their_own) {
  std::set<std::string> patterns;
  std::set<std::string_view> names;
  for (const auto& route : routes()) {
    const auto what = std::string(name_of(route.method)) + " " + std::string(route.pattern);
    EXPECT_TRUE(patterns.insert(what).second) << what;
    EXPECT_TRUE(names.insert(route.words).second) << what;
  }
}

TEST(Routes, that_do_something_are_open_only_to_sign_in_by) {
  for (const auto& route : routes())
    EXPECT_TRUE(route.method == Method::get || route.access.door != Access::Door::open ||
                route.pattern.starts_with("/api/session") || route.pattern.starts_with("/api/links/"))
        << route.pattern;
}

}  // namespace
}  // namespace nucong::http
