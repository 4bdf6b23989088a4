// Whoever follows the acts of others is woken by them where the engine tells of them.
#include <chrono>

#include "store/contract_test.hpp"
#include "store/threads_test.hpp"

namespace nucong::store {
namespace {

using std::chrono::steady_clock;

constexpr std::chrono::milliseconds most{20'000};
constexpr std::chrono::milliseconds well_before = most / 2;

class AwaitAct : public DatabaseContract {
 protected:
  /// How long it took to be woken.
  steady_clock::duration awaited(std::chrono::milliseconds at_most) {
    const auto begun = steady_clock::now();
    database().await_act(at_most);
    return steady_clock::now() - begun;
  }
};
INSTANTIATE_TEST_SUITE_P(Engines, AwaitAct, testing::Values("memory", "sqlite", "postgresql"),
                         [](const auto& engine) { return engine.param; });

TEST_P(AwaitAct, returns_when_its_time_is_over) {
  EXPECT_LT(awaited(std::chrono::milliseconds(0)), well_before);
  EXPECT_LT(awaited(std::chrono::milliseconds(30)), well_before);
}

TEST_P(AwaitAct, hears_of_an_act_of_somebody_else_between_two_calls) {
  if (GetParam() != "postgresql") GTEST_SKIP() << "a file tells nobody";
  (void)awaited(std::chrono::milliseconds(0));
  for (std::uint32_t version = 1; version <= 3; ++version) {
    ASSERT_TRUE(submit(home().elsewhere(), std::vector{report(1, "2024-Q1", version)}, today).has_value());
    EXPECT_LT(awaited(most), well_before) << version;
    EXPECT_EQ(database().latest().value(), version);
  }
}

TEST_P(AwaitAct, hears_of_an_act_of_somebody_else_while_it_waits) {
  if (GetParam() != "postgresql") GTEST_SKIP() << "a file tells nobody";
  auto& other = home().elsewhere();
  (void)awaited(std::chrono::milliseconds(0));
  at_once(2, [&](std::size_t i) {
    if (i == 0)
      EXPECT_LT(awaited(most), well_before);
    else
      EXPECT_TRUE(submit(other, std::vector{report(1, "2024-Q1")}, today).has_value());
  });
}

TEST_P(AwaitAct, hears_of_an_import_when_it_becomes_visible) {
  if (GetParam() != "postgresql") GTEST_SKIP() << "a file tells nobody";
  (void)awaited(std::chrono::milliseconds(0));
  const auto imported = home().elsewhere().import_reports(
      [](const app::ReportPut& put) { return put(std::vector{report(1, "2024-Q1")}); }, today);
  ASSERT_TRUE(imported.has_value());
  EXPECT_LT(awaited(most), well_before);
}

TEST_P(AwaitAct, hears_again_after_its_connection_was_lost) {
  if (GetParam() != "postgresql") GTEST_SKIP() << "a file has no connection to lose";
  auto& other = home().elsewhere();
  (void)awaited(std::chrono::milliseconds(0));
  const std::string name = home().url().substr(home().url().rfind('/') + 1);
  scratch::run_sql(*scratch::server(),
                   "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
  // One call finds it lost, the next one connects anew.
  (void)awaited(std::chrono::milliseconds(0));
  (void)awaited(std::chrono::milliseconds(0));
  (void)submit(other, std::vector{report(1, "2024-Q1")}, today).has_value();
  (void)submit(other, std::vector{report(2, "2024-Q1")}, today).has_value();
  EXPECT_LT(awaited(most), well_before);
}

}  // namespace
}  // namespace nucong::store
