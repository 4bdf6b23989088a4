#include "settings/read.hpp"

#include <gtest/gtest.h>

namespace nucong::settings {
namespace {

using app::Setting;

TEST(SettingsFile, gives_each_setting_with_its_table_and_line) {
  const auto read_back = read(
                             "listen = \"127.0.0.1:80\"\nhosts = [\"a\", \"b\"]\n[limits]\nthreads = 4\n"
                             "[pace]\naccount_per_second = 0.5\n",
                             "n.toml")
                             .value();
  const app::Settings expected{
      {"listen", "127.0.0.1:80", {"n.toml", 1, {}}},
      {"hosts", Setting::Texts{"a", "b"}, {"n.toml", 2, {}}},
      {"limits.threads", std::int64_t{4}, {"n.toml", 4, {}}},
      {"pace.account_per_second", 0.5, {"n.toml", 6, {}}},
  };
  EXPECT_EQ(read_back, expected);
}

TEST(SettingsFile, that_is_no_toml_is_told_with_its_line) {
  const auto wrong = read("listen = \"a\"\nlisten = \"b\"\n", "n.toml");
  ASSERT_TRUE(wrong.has_error());
  EXPECT_EQ(wrong.error().code(), ErrorCode::settings_malformed);
  EXPECT_EQ(wrong.error().place(), (Place{"n.toml", 2, {}}));
}

TEST(SettingsFile, holds_nothing_that_no_setting_is) {
  for (const char* text : {"a = 2026-01-01", "a = [1]", "a = [[\"b\"]]", "[[a]]\nb = 1"}) {
    const auto wrong = read(text, "n.toml");
    ASSERT_TRUE(wrong.has_error()) << text;
    EXPECT_EQ(wrong.error().code(), ErrorCode::setting_malformed) << text;
    EXPECT_EQ(wrong.error().place().line, 1U) << text;
  }
}

}  // namespace
}  // namespace nucong::settings
