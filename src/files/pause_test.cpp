#include "files/pause.hpp"

#include <csignal>

#include <gtest/gtest.h>

namespace nucong::files {
namespace {

using std::chrono::milliseconds;

TEST(SystemPause, passes_when_nobody_wants_an_end) {
  SystemPause pause(milliseconds(1));
  EXPECT_TRUE(pause.wait());
  EXPECT_TRUE(pause.wait());
}

TEST(SystemPause, a_signal_ends_the_next_pause_at_once) {
  for (const int signal : {SIGINT, SIGTERM}) {
    SystemPause pause(std::chrono::hours(1));
    std::raise(signal);
    EXPECT_FALSE(pause.wait()) << signal;
    EXPECT_FALSE(pause.wait()) << "and every one after it";
  }
}

TEST(SystemPause, a_second_signal_ends_the_program) {
  EXPECT_EXIT(
      {
        const SystemPause pause(milliseconds(1));
        std::raise(SIGTERM);
        std::raise(SIGTERM);
      },
      testing::KilledBySignal(SIGTERM), "");
}

TEST(SystemPause, leaves_an_ignored_signal_ignored) {
  std::signal(SIGINT, SIG_IGN);
  {
    SystemPause pause(milliseconds(1));
    std::raise(SIGINT);
    EXPECT_TRUE(pause.wait());
  }
  EXPECT_EQ(std::signal(SIGINT, SIG_DFL), SIG_IGN);
}

TEST(SystemPause, gives_signals_back_when_it_is_gone) {
  { const SystemPause pause(milliseconds(1)); }
  EXPECT_EQ(std::signal(SIGTERM, SIG_DFL), SIG_DFL);
}

}  // namespace
}  // namespace nucong::files
