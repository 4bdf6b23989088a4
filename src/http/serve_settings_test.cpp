#include "http/serve_settings.hpp"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "http/setting_values.hpp"
#include "settings/read.hpp"

namespace nucong::http {
namespace {

using app::Setting;

app::Settings example() {
  std::ifstream file(std::string(NUCONG_SOURCE_DIR) + "/packaging/nucong.toml.example");
  std::stringstream text;
  text << file.rdbuf();
  return settings::read(text.str(), "nucong.toml.example").value();
}

TEST(TheExampleOfSettings, names_every_setting_with_what_holds_without_it) {
  auto given = example();
  const auto db = std::ranges::find(given, "db", &Setting::name);
  ASSERT_NE(db, given.end()) << "the command line takes it";
  EXPECT_EQ(db->value, Setting::Value("sqlite:nucong.db"));
  given.erase(db);

  std::set<std::string_view> names;
  for (const auto& setting : given) names.insert(setting.name);
  const auto known = serve_setting_names();
  EXPECT_EQ(names, std::set(known.begin(), known.end()));
  ServeOrder order;
  ASSERT_TRUE(set(order, given).has_value());
  EXPECT_EQ(order, ServeOrder{});
}

TEST(Settings, are_taken_over_and_the_last_of_a_name_holds) {
  ServeOrder order;
  const app::Settings given{{"listen", "127.0.0.1:1"},
                            {"hosts", Setting::Texts{"a", "b"}},
                            {"without_sign_in", true},
                            {"tls.key", "key.pem"},
                            {"limits.head_time", "250ms"},
                            {"limits.body_bytes_max", "2MiB"},
                            {"limits.connections_max", std::int64_t{20'000}},
                            {"limits.threads", std::int64_t{8}},
                            {"limits.act_threads", std::int64_t{16}},
                            {"pace.account_burst", 0.5},
                            {"pace.place_per_second", std::int64_t{0}},
                            {"listen", "127.0.0.1:2"}};
  ASSERT_TRUE(set(order, given).has_value());
  EXPECT_EQ(order.listen, "127.0.0.1:2");
  EXPECT_EQ(order.hosts, (Hosts{"a", "b"}));
  EXPECT_TRUE(order.without_sign_in);
  EXPECT_EQ(order.tls.key, "key.pem");
  EXPECT_EQ(order.limits.head_time, std::chrono::milliseconds(250));
  EXPECT_EQ(order.limits.body_bytes_max, std::size_t{2} << 20);
  EXPECT_EQ(order.limits.connections_max, 20'000U);
  EXPECT_EQ(order.limits.threads, 8U);
  EXPECT_EQ(order.limits.act_threads, 16U);
  EXPECT_EQ(order.paces.account_burst, 0.5);
  EXPECT_EQ(order.paces.place_per_second, 0);
}

TEST(Settings, that_are_unknown_are_told_with_their_place_and_what_was_meant) {
  const auto nearest = [](const std::string& name) {
    ServeOrder order;
    const std::vector one{Setting{name, "x", {"n.toml", 7, {}}}};
    const auto wrong = set(order, one);
    EXPECT_EQ(wrong.error().code(), ErrorCode::setting_unknown);
    EXPECT_EQ(wrong.error().place(), (Place{"n.toml", 7, {}}));
    return wrong.error().params().at(1).value;
  };
  EXPECT_EQ(nearest("lisen"), "listen");
  EXPECT_EQ(nearest("limits.head_tiem"), "limits.head_time");
  EXPECT_EQ(nearest("head_time"), "limits.head_time") << "it is right but for its table";
  EXPECT_EQ(nearest("something_else"), "");
}

TEST(Settings, are_refused_with_all_their_faults_and_then_none_is_taken) {
  ServeOrder order;
  const app::Settings given{{"listen", "127.0.0.1:1"},
                            {"limits.head_time", std::int64_t{10}, {"n.toml", 2, {}}},
                            {"limits.thread", std::int64_t{2}, {"n.toml", 3, {}}}};
  const auto wrong = set(order, given);
  ASSERT_TRUE(wrong.has_error());
  EXPECT_EQ(wrong.error().code(), ErrorCode::settings_rejected);
  ASSERT_EQ(wrong.error().causes().size(), 2U);
  EXPECT_EQ(wrong.error().causes()[0].code(), ErrorCode::setting_malformed);
  EXPECT_EQ(wrong.error().causes()[1].place().line, 3U);
  EXPECT_EQ(order, ServeOrder{});
}

TEST(Settings, of_a_wrong_kind_are_refused) {
  const std::vector<Setting> wrong{{"listen", std::int64_t{80}},
                                   {"hosts", "a"},
                                   {"without_sign_in", "yes"},
                                   {"limits.threads", std::int64_t{0}},
                                   {"limits.threads", std::int64_t{1000}},
                                   {"limits.waiting_max", std::int64_t{-1}},
                                   {"limits.idle_time", true},
                                   {"pace.place_burst", -1.0},
                                   {"pace.place_burst", "many"}};
  for (const auto& setting : wrong) {
    ServeOrder order;
    const auto refused = set(order, {&setting, 1});
    ASSERT_TRUE(refused.has_error()) << setting.name;
    EXPECT_EQ(refused.error().code(), ErrorCode::setting_malformed) << setting.name;
  }
}

TEST(TimesAndSizes, are_whole_numbers_with_their_unit) {
  EXPECT_EQ(time_of("5min"), std::chrono::milliseconds(300'000));
  EXPECT_EQ(time_of("24h"), std::chrono::milliseconds(86'400'000));
  EXPECT_EQ(size_of("512B"), 512U);
  EXPECT_EQ(size_of("1024MiB"), std::size_t{1} << 30);
  for (const char* text : {"", "s", "10", "0s", "-1s", "1.5s", "10 s", "25h", "10S", "99999999999999999999s"})
    EXPECT_EQ(time_of(text), std::nullopt) << text;
  for (const char* text : {"", "64", "0KiB", "64kb", "1025MiB", "64KiB "})
    EXPECT_EQ(size_of(text), std::nullopt) << text;
}

}  // namespace
}  // namespace nucong::http
