// The contract of drafts that several people save at once: only who wants the same one waits or is told.
#include <latch>

#include "store/accounts_contract_test.hpp"
#include "store/threads_test.hpp"
#include "store/work_contract_test.hpp"

namespace nucong::store {
namespace {

using testing::IsEmpty;

constexpr std::size_t threads = 8;
const Period quarter = period("2024-Q1");

TEST_P(DatabaseContract, drafts_of_several_units_are_all_saved_at_once) {
  constexpr std::uint32_t saves = 20;
  auto& other = home().elsewhere();
  at_once(threads, [&](std::size_t i) {
    auto& mine = i % 2 == 0 ? database() : other;
    const auto unit = static_cast<std::uint32_t>(i);
    for (std::uint32_t known = 0; known < saves; ++known) {
      const auto saved = mine.save_draft(draft(unit, "A03=" + std::to_string(known)), known);
      ASSERT_EQ(code(saved), std::nullopt) << unit;
      ASSERT_EQ(saved.value(), known + 1);
    }
  });
  for (std::uint32_t unit = 0; unit < threads; ++unit) {
    auto expected = draft(unit, "A03=" + std::to_string(saves - 1));
    expected.revision = saves;
    EXPECT_EQ(database().draft(Slot(unit), quarter).value(), expected);
  }
  EXPECT_EQ(database().latest().value(), 0U);
}

TEST_P(DatabaseContract, of_many_who_save_one_draft_at_once_one_is_done_and_the_others_are_told) {
  auto& other = home().elsewhere();
  for (std::uint32_t round = 0; round < 20; ++round) {
    std::atomic<std::size_t> done = 0;
    std::atomic<std::size_t> told = 0;
    std::atomic<std::size_t> winner = threads;
    at_once(threads, [&](std::size_t i) {
      auto& mine = i % 2 == 0 ? database() : other;
      auto typed = draft(3, "A03=" + std::to_string(i));
      typed.by = "Chị " + std::to_string(i);
      const auto saved = mine.save_draft(typed, round);
      if (saved) {
        EXPECT_EQ(saved.value(), round + 1);
        winner = i;
        ++done;
      } else if (code(saved) == ErrorCode::draft_changed) {
        EXPECT_EQ(param(saved, "revision"), std::to_string(round + 1));
        EXPECT_EQ(param(saved, "by"),
                  "Chị " + database().draft(Slot(3U), quarter).value()->figures.substr(4));
        ++told;
      }
    });
    ASSERT_EQ(done, 1U) << round;
    ASSERT_EQ(told, threads - 1) << round;
    const auto kept = database().draft(Slot(3U), quarter).value();
    EXPECT_EQ(kept->figures, "A03=" + std::to_string(winner));
    EXPECT_EQ(kept->revision, round + 1);
  }
}

TEST_P(DatabaseContract, of_who_saves_a_draft_and_who_sends_it_at_once_one_is_told) {
  auto& other = home().elsewhere();
  std::uint32_t version = 0;
  std::uint32_t revision = 0;
  for (int round = 0; round < 20; ++round) {
    const auto typed = database().save_draft(draft(3), 0);
    ASSERT_EQ(code(typed), std::nullopt);
    ASSERT_GT(typed.value(), revision) << "no number comes twice";
    revision = typed.value();
    std::optional<ErrorCode> saved;
    std::optional<ErrorCode> sent;
    at_once(2, [&](std::size_t i) {
      if (i == 0) {
        saved = code(other.save_draft(draft(3, "A03=8"), revision));
        return;
      }
      sent = code(database().act([&](app::Writer& writer) -> Result<> {
        TRY(writer.submit(std::vector{report(3, "2024-Q1", version + 1)}, today));
        return writer.drop_draft(Slot(3U), quarter, revision);
      }));
    });
    if (!sent) {
      ++version;
      EXPECT_EQ(saved, ErrorCode::draft_changed) << round;
      EXPECT_EQ(database().draft(Slot(3U), quarter).value(), std::nullopt);
    } else {
      EXPECT_EQ(sent, ErrorCode::draft_changed) << round;
      EXPECT_EQ(saved, std::nullopt);
      EXPECT_EQ(database().draft(Slot(3U), quarter).value()->figures, "A03=8");
      ASSERT_TRUE(database().drop_draft(Slot(3U), quarter, revision + 1).has_value());
      ++revision;
    }
    EXPECT_EQ(database().latest().value(), version);
  }
  EXPECT_THAT(database().verify().value(), IsEmpty());
}

// An act that wants two rows, and others that want the same ones in the other order: nobody is refused for
// it.
TEST_P(DatabaseContract, who_saves_and_who_acts_do_not_hold_each_other_up) {
  const auto lan = make(database(), "lan");
  constexpr std::uint32_t rounds = 20;
  auto& other = home().elsewhere();
  at_once(threads, [&](std::size_t i) {
    const auto unit = static_cast<std::uint32_t>(i / 2);
    for (std::uint32_t round = 0; round < rounds; ++round) {
      const std::string key = std::to_string(unit) + "/" + std::to_string(round);
      const app::KeptAnswer answer{lan, key, "question", std::to_string(i), at(100)};
      const auto before = other.draft(Slot(unit), quarter).value();
      const std::uint32_t known = before ? before->revision : 0;
      if (i % 2 == 0) {
        const auto done = database().act([&](app::Writer& writer) -> Result<> {
          TRY(writer.keep_answer(answer, at(0)));
          return writer.drop_draft(Slot(unit), quarter, known);
        });
        if (done.has_error()) {
          EXPECT_TRUE(code(done) == ErrorCode::request_key_taken || code(done) == ErrorCode::draft_changed)
              << dotted(*code(done));
        }
        continue;
      }
      const auto saved = other.save_draft(draft(unit), known);
      if (saved.has_error()) {
        EXPECT_EQ(code(saved), ErrorCode::draft_changed);
      }
      const auto kept = other.keep_answer(answer, at(0));
      if (kept.has_error()) {
        EXPECT_EQ(code(kept), ErrorCode::request_key_taken);
      }
    }
  });
  EXPECT_THAT(database().verify().value(), IsEmpty());
}

TEST_P(DatabaseContract, whoever_saves_does_not_wait_for_an_act_on_a_server) {
  if (GetParam() != "postgresql") GTEST_SKIP() << "one writes at a time";
  const auto lan = make(database(), "lan");
  ASSERT_TRUE(sign_in(database(), session("s", lan), proof("lan"), {}, note("sign_in")).has_value());
  auto& other = home().elsewhere();
  std::latch saved(2);
  std::atomic<bool> in_act = false;
  at_once(3, [&](std::size_t i) {
    if (i == 0) {
      const auto done = database().act([&](app::Writer& writer) -> Result<> {
        TRY(writer.submit(std::vector{report(3, "2024-Q1")}, today));
        in_act = true;
        in_act.notify_all();
        saved.wait();
        return ok();
      });
      EXPECT_EQ(code(done), std::nullopt);
      return;
    }
    in_act.wait(false);
    auto& mine = i == 1 ? database() : other;
    EXPECT_EQ(code(mine.save_draft(draft(static_cast<std::uint32_t>(i)), 0)), std::nullopt);
    EXPECT_EQ(code(mine.touch_session("s", at(1), at(99))), std::nullopt);
    EXPECT_EQ(code(mine.keep_answer({lan, std::to_string(i), "q", "a", at(100)}, at(0))), std::nullopt);
    EXPECT_EQ(mine.latest().value(), 0U) << "the act is still under way";
    saved.count_down();
  });
  EXPECT_EQ(database().latest().value(), 1U);
}

}  // namespace
}  // namespace nucong::store
