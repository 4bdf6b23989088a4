#include "http/target.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.hpp"

namespace nucong::http {
namespace {

TEST(Target, is_a_path_and_a_query) {
  const auto target = parse_target("/api/units/PTH-0001?q=n%E1%BB%AF+c%C3%B4ng&limit=5&bare&&x=").value();
  EXPECT_EQ(target.path, (std::vector<std::string>{"api", "units", "PTH-0001"}));
  EXPECT_EQ(target.query,
            (std::vector<QueryParam>{{"q", "nữ công"}, {"limit", "5"}, {"bare", ""}, {"x", ""}}));
}

TEST(Target, of_a_proxy_names_a_host_that_is_passed_over) {
  EXPECT_EQ(parse_target("http://localhost:8080/api?a=1").value(), parse_target("/api?a=1").value());
  EXPECT_EQ(parse_target("http://localhost").value().path, std::vector<std::string>{""});
}

TEST(Target, text_is_composed_however_it_was_typed) {
  EXPECT_EQ(parse_target("/?q=nu%CC%9B%CC%83").value().query[0].value, "nữ");
}

TEST(Target, an_escaped_slash_belongs_to_its_part) {
  EXPECT_EQ(parse_target("/a%2Fb/c+d").value().path, (std::vector<std::string>{"a/b", "c+d"}));
}

TEST(Target, that_is_no_text_is_refused) {
  for (const char* bad : {"", "*", "api", "/a%", "/a%4", "/a%zz", "/a%00", "/?q=%0A", "/%FF", "/?%C3%28=1",
                          "/a#b", "https://host/"}) {
    const auto target = parse_target(bad);
    ASSERT_TRUE(target.has_error()) << bad;
    EXPECT_EQ(target.error().code(), ErrorCode::request_target_malformed) << bad;
  }
}

RC_GTEST_PROP(Target, what_is_encoded_is_read_back, (const std::string& any)) {
  std::string text;
  for (const char c : any)
    if (c >= 0x20 && c < 0x7F) text += c;
  const auto target = parse_target("/" + percent_encoded(text) + "?a=" + percent_encoded(text)).value();
  RC_ASSERT(target.path == std::vector<std::string>{text});
  RC_ASSERT(target.query == (std::vector<QueryParam>{{"a", text}}));
}

}  // namespace
}  // namespace nucong::http
