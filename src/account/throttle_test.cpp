#include "account/throttle.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace nucong::account {
namespace {

using std::chrono::seconds;

constexpr Instant start{seconds{1'800'000'000}};

TEST(Throttle, waits_grow_and_end_at_the_longest) {
  Throttle throttle;
  Instant now = start;
  std::vector<seconds> waits;
  for (int i = 0; i < 16; ++i) {
    const auto wait = throttle.attempt("lan", "home", now);
    waits.push_back(wait);
    now += wait;
    if (wait > seconds{0}) {
      ASSERT_EQ(throttle.attempt("lan", "home", now), seconds{0}) << "a wait that was kept is enough";
    }
  }
  EXPECT_EQ(waits[2], seconds{0});
  EXPECT_EQ(waits[3], seconds{2});
  EXPECT_EQ(waits[4], seconds{4});
  EXPECT_EQ(waits[15], ThrottleRule{}.longest_wait);
}

TEST(Throttle, success_forgets_the_failures) {
  Throttle throttle;
  for (int i = 0; i < 3; ++i) ASSERT_EQ(throttle.attempt("lan", "home", start), seconds{0});
  EXPECT_GT(throttle.attempt("lan", "home", start), seconds{0});
  ASSERT_EQ(throttle.attempt("lan", "home", start + seconds{2}), seconds{0});
  throttle.succeeded("lan", "home");
  EXPECT_EQ(throttle.attempt("lan", "home", start + seconds{2}), seconds{0});
}

TEST(Throttle, failures_are_forgotten_after_a_while) {
  Throttle throttle;
  for (int i = 0; i < 3; ++i) ASSERT_EQ(throttle.attempt("lan", "home", start), seconds{0});
  const Instant later = start + ThrottleRule{}.forgotten_after;
  for (int i = 0; i < 3; ++i) EXPECT_EQ(throttle.attempt("lan", "home", later), seconds{0});
  EXPECT_GT(throttle.attempt("lan", "home", later), seconds{0});
}

TEST(Throttle, trying_while_told_to_wait_does_not_prolong_the_wait) {
  Throttle throttle;
  for (int i = 0; i < 4; ++i) static_cast<void>(throttle.attempt("lan", "home", start + seconds{2 * i}));
  const auto wait = throttle.attempt("lan", "home", start + seconds{6});
  ASSERT_GT(wait, seconds{1});
  for (int i = 0; i < 100; ++i) EXPECT_EQ(throttle.attempt("lan", "home", start + seconds{6}), wait);
  EXPECT_EQ(throttle.attempt("lan", "home", start + seconds{7}), wait - seconds{1});
}

TEST(Throttle, one_address_cannot_try_a_phrase_on_many_names) {
  Throttle throttle;
  int let = 0;
  for (int name = 0; name < 1000; ++name)
    let += throttle.attempt("name" + std::to_string(name), "bad", start) == seconds{0} ? 1 : 0;
  EXPECT_EQ(let, ThrottleRule{}.address_failures);
  EXPECT_EQ(throttle.attempt("lan", "bad", start), ThrottleRule{}.address_regain);
  EXPECT_EQ(throttle.attempt("lan", "bad", start + ThrottleRule{}.address_regain), seconds{0});
  EXPECT_EQ(throttle.attempt("lan", "home", start), seconds{0});
}

TEST(Throttle, success_takes_nothing_from_the_address_and_gives_nothing) {
  Throttle throttle;
  for (int i = 0; i < 1000; ++i) {
    ASSERT_EQ(throttle.attempt("lan", "office", start), seconds{0});
    throttle.succeeded("lan", "office");
  }
  for (int name = 0; name < ThrottleRule{}.address_failures; ++name)
    ASSERT_EQ(throttle.attempt(std::to_string(name), "office", start), seconds{0});
  EXPECT_GT(throttle.attempt("other", "office", start), seconds{0});
}

TEST(Throttle, remembers_no_more_than_it_should) {
  ThrottleRule rule;
  rule.entries_max = 100;
  Throttle throttle(rule);
  for (int i = 0; i < 5000; ++i) {
    const std::string n = std::to_string(i);
    static_cast<void>(throttle.attempt("n" + n, "a" + n, start + seconds{i}));
    ASSERT_LE(throttle.entries(), 2 * rule.entries_max);
  }
}

// The rule that matters: whatever others do elsewhere, somebody at her own address is let in as if they had
// done nothing.
RC_GTEST_PROP(Throttle, nobody_elsewhere_can_slow_a_name_down, ()) {
  Throttle alone;
  Throttle among_others;
  Instant now = start;
  const auto steps = *rc::gen::inRange(1, 200);
  for (int i = 0; i < steps; ++i) {
    now += seconds{*rc::gen::inRange(0, 40)};
    for (int other = *rc::gen::inRange(0, 8); other > 0; --other) {
      const std::string from = "bad" + std::to_string(*rc::gen::inRange(0, 3));
      if (among_others.attempt("lan", from, now) == seconds{0} && *rc::gen::inRange(0, 9) == 0)
        among_others.succeeded("lan", from);
    }
    const auto wait = alone.attempt("lan", "home", now);
    RC_ASSERT(among_others.attempt("lan", "home", now) == wait);
    if (wait == seconds{0} && *rc::gen::inRange(0, 3) == 0) {
      alone.succeeded("lan", "home");
      among_others.succeeded("lan", "home");
    }
  }
}

// However the attempts are spread over names, one address gets no more failures than its purse and what was
// regained, and one name from it no more than the growing waits let pass.
RC_GTEST_PROP(Throttle, an_address_fails_no_faster_than_the_rule, ()) {
  const ThrottleRule rule;
  Throttle throttle(rule);
  Instant now = start;
  std::int64_t failed = 0;
  const auto steps = *rc::gen::inRange(1, 300);
  for (int i = 0; i < steps; ++i) {
    now += seconds{*rc::gen::inRange(0, 30)};
    const auto name = std::to_string(*rc::gen::inRange(0, 50));
    const auto wait = throttle.attempt(name, "bad", now);
    RC_ASSERT(wait >= seconds{0});
    RC_ASSERT(wait <= rule.longest_wait);
    if (wait == seconds{0}) ++failed;
    RC_ASSERT(failed <= rule.address_failures + (now - start) / rule.address_regain);
  }
}

}  // namespace
}  // namespace nucong::account
