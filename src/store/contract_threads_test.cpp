// The contract of many threads that act at once on one database, and on one that somebody else has open too.
#include <algorithm>
#include <mutex>
#include <numeric>

#include "store/accounts_contract_test.hpp"
#include "store/threads_test.hpp"
#include "store/work_contract_test.hpp"

namespace nucong::store {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

constexpr std::uint32_t threads = 16;
constexpr std::uint32_t acts_of_each = 20;
constexpr bool is_refused(std::uint32_t act) {
  return act % 5 == 4;
}
constexpr std::uint32_t done_of_each = acts_of_each - acts_of_each / 5;

const Period quarter = period("2024-Q1");

/// The numbers that acts were told they had.
class Told {
 public:
  void add(app::Sequence sequence) {
    const std::lock_guard lock(mutex_);
    sequences_.push_back(sequence);
  }
  [[nodiscard]] std::vector<app::Sequence> sorted() {
    std::ranges::sort(sequences_);
    return sequences_;
  }

 private:
  std::mutex mutex_;
  std::vector<app::Sequence> sequences_;
};

/// One thread's acts, each a version of its own unit's report, with a note; every fifth is refused when all
/// of it is written.
void act_again_and_again(app::Database& database, std::uint32_t unit, Told& told) {
  std::uint32_t version = 0;
  for (std::uint32_t act = 0; act < acts_of_each; ++act) {
    const auto next = report(unit, "2024-Q1", version + 1, "A03=" + std::to_string(act));
    const auto done = database.act([&](app::Writer& writer) -> Result<app::Sequence> {
      TRY(const auto sequence, writer.submit(std::vector{next}, today));
      writer.note(note(std::to_string(unit) + "/" + std::to_string(act)));
      if (is_refused(act)) return fail(ErrorCode::usage);
      return sequence;
    });
    ASSERT_EQ(code(done), is_refused(act) ? std::optional(ErrorCode::usage) : std::nullopt)
        << unit << "/" << act;
    if (!done) continue;
    told.add(done.value());
    ++version;
  }
}

/// Every act that succeeded, once, under the number that it was told; of others nothing.
void expect_all_that_was_done(app::Database& database, Told& told) {
  std::vector<app::Sequence> numbers(std::size_t{threads} * done_of_each);
  std::iota(numbers.begin(), numbers.end(), 1);
  EXPECT_EQ(told.sorted(), numbers);
  std::vector<app::Sequence> visible;
  const auto acts = database.acts(0).value();
  for (const auto& act : acts) {
    visible.push_back(act.sequence);
    EXPECT_EQ(act.rows, 1U) << act.sequence;
  }
  EXPECT_EQ(visible, numbers);
  EXPECT_EQ(database.latest().value(), numbers.size());
  EXPECT_THAT(reports_since(database, 0), SizeIs(numbers.size()));
  for (std::uint32_t unit = 0; unit < threads; ++unit) {
    std::vector<std::string> figures;
    std::vector<std::string> expected;
    const auto versions = database.versions(Slot(unit), quarter).value();
    for (const auto& one : versions) figures.push_back(one.figures);
    for (std::uint32_t act = 0; act < acts_of_each; ++act)
      if (!is_refused(act)) expected.push_back("A03=" + std::to_string(act));
    EXPECT_EQ(figures, expected) << unit;
  }
  EXPECT_THAT(audit(database), SizeIs(numbers.size()));
  EXPECT_TRUE(is_sealed(database));
  EXPECT_THAT(database.verify().value(), IsEmpty());
}

TEST_P(DatabaseContract, of_many_who_act_at_once_everybody_has_his_act_once_and_no_number_is_left_out) {
  Told told;
  at_once(threads,
          [&](std::size_t i) { act_again_and_again(database(), static_cast<std::uint32_t>(i), told); });
  expect_all_that_was_done(database(), told);
  home().reopen();
  expect_all_that_was_done(database(), told);
}

TEST_P(DatabaseContract, of_many_who_act_at_once_half_may_be_in_another_process) {
  Told told;
  auto& other = home().elsewhere();
  at_once(threads, [&](std::size_t i) {
    act_again_and_again(i % 2 == 0 ? database() : other, static_cast<std::uint32_t>(i), told);
  });
  expect_all_that_was_done(database(), told);
}

TEST_P(DatabaseContract, of_those_that_share_a_commit_the_refused_leave_nothing) {
  const auto is_one_refused = [](std::size_t i) { return i % 3 == 1; };
  const auto lan = make(database(), "lan");
  for (std::uint32_t unit = 0; unit < threads; ++unit)
    ASSERT_TRUE(database().save_draft(draft(unit), 0).has_value());
  at_once_behind_another(database(), threads, [&](std::size_t i) {
    const Slot unit(static_cast<std::uint32_t>(i));
    const auto done = database().act([&](app::Writer& writer) -> Result<> {
      TRY(writer.submit(std::vector{report(unit.value, "2024-Q1"), report(unit.value, "2024-Q2")}, today));
      TRY(writer.keep_answer({lan, std::to_string(i), "question", "answer", at(100)}, at(0)));
      writer.note(note(std::to_string(i)));
      TRY(writer.drop_draft(unit, quarter, 1));
      if (is_one_refused(i)) return fail(ErrorCode::usage);
      return ok();
    });
    EXPECT_EQ(done.has_error(), is_one_refused(i)) << i;
  });
  std::size_t kept = 0;
  for (std::uint32_t unit = 0; unit < threads; ++unit) {
    const bool refused = is_one_refused(unit);
    if (!refused) ++kept;
    EXPECT_THAT(database().versions(Slot(unit), quarter).value(), SizeIs(refused ? 0 : 1)) << unit;
    EXPECT_EQ(database().draft(Slot(unit), quarter).value().has_value(), refused) << unit;
    EXPECT_NE(database().kept_answer(lan, std::to_string(unit), at(1)).value().has_value(), refused) << unit;
  }
  const auto acts = database().acts(0).value();
  ASSERT_THAT(acts, SizeIs(kept));
  for (std::size_t i = 0; i < kept; ++i) EXPECT_EQ(acts[i].sequence, i + 1);
  EXPECT_THAT(reports_since(database(), 0), SizeIs(2 * kept));
  EXPECT_THAT(audit(database()), SizeIs(1 + kept));
  EXPECT_TRUE(is_sealed(database()));
  EXPECT_THAT(database().verify().value(), IsEmpty());
}

// PostgreSQL takes no text with a zero in it, which is found when the statement is run.
TEST_P(DatabaseContract, what_the_engine_refuses_harms_none_of_those_that_it_shares_a_commit_with) {
  constexpr std::size_t acts = 8;
  constexpr std::size_t odd = 4;
  std::atomic<bool> refused = false;
  at_once_behind_another(database(), acts, [&](std::size_t i) {
    auto given = report(static_cast<std::uint32_t>(i), "2024-Q1");
    if (i == odd) given.by = std::string("Lan\0Hoa", 7);
    const auto done = submit(database(), std::vector{given}, today);
    if (i == odd)
      refused = done.has_error();
    else
      EXPECT_EQ(code(done), std::nullopt) << i;
  });
  const std::size_t kept = refused ? acts - 1 : acts;
  EXPECT_THAT(database().versions(Slot(std::uint32_t{odd}), quarter).value(), SizeIs(refused ? 0 : 1));
  EXPECT_EQ(database().latest().value(), kept);
  EXPECT_THAT(reports_since(database(), 0), SizeIs(kept));
  EXPECT_THAT(database().verify().value(), IsEmpty());
}

TEST_P(DatabaseContract, whoever_reads_while_others_act_sees_every_act_whole) {
  constexpr std::size_t writers = 4;
  constexpr std::uint32_t versions = 40;
  std::atomic<std::size_t> at_work = writers;
  at_once(writers + 2, [&](std::size_t i) {
    const auto first = static_cast<std::uint32_t>(2 * i);
    if (i < writers) {
      for (std::uint32_t version = 1; version <= versions; ++version) {
        const std::vector batch = {report(first, "2024-Q1", version), report(first + 1, "2024-Q1", version)};
        EXPECT_TRUE(submit(database(), batch, today).has_value());
      }
      --at_work;
      return;
    }
    while (at_work > 0) {
      std::vector<std::uint32_t> current(2 * writers);
      for (const auto& one : reports_in(database(), today - std::chrono::days(9999), today))
        current[one.unit.value] = one.version;
      for (std::size_t unit = 0; unit < current.size(); unit += 2)
        ASSERT_EQ(current[unit], current[unit + 1]) << unit;
      const auto before = database().latest().value();
      const auto sent = reports_since(database(), 0);
      ASSERT_GE(sent.size(), 2 * before);
      ASSERT_EQ(sent.size() % 2, 0U);
      if (!sent.empty()) {
        ASSERT_EQ(sent.back().sequence, sent.size() / 2) << "each act brought two";
      }
    }
  });
  EXPECT_EQ(database().latest().value(), writers * versions);
}

TEST_P(DatabaseContract, of_two_acts_with_one_key_one_is_done_and_the_other_leaves_nothing) {
  const auto lan = make(database(), "lan");
  auto& other = home().elsewhere();
  for (std::uint32_t round = 0; round < 20; ++round) {
    const std::string key = "key" + std::to_string(round);
    std::array<Result<app::Sequence>, 2> outcomes = {fail(ErrorCode::usage), fail(ErrorCode::usage)};
    at_once(2, [&](std::size_t i) {
      auto& mine = i == 0 ? database() : other;
      outcomes[i] = mine.act([&](app::Writer& writer) -> Result<app::Sequence> {
        const std::vector both = {report(static_cast<std::uint32_t>(i), "2024-Q1", round + 1),
                                  report(7, "2024-Q1", round + 1)};
        TRY(writer.keep_answer({lan, key, "question", std::to_string(i), at(100)}, at(0)));
        TRY(const auto sequence, writer.submit(both, today));
        writer.note(note(std::to_string(i)));
        return sequence;
      });
    });
    const std::size_t winner = outcomes[0].has_value() ? 0 : 1;
    ASSERT_EQ(code(outcomes[winner]), std::nullopt) << round;
    EXPECT_EQ(outcomes[winner].value(), 2 * round + 1);
    EXPECT_EQ(code(outcomes[1 - winner]), ErrorCode::request_key_taken) << round;
    EXPECT_EQ(database().kept_answer(lan, key, at(1)).value()->answer, std::to_string(winner));
    EXPECT_EQ(deeds(audit(database(), round + 1)), std::vector{std::to_string(winner)});
    // Who lost this round catches up, so that both could send the next.
    const auto loser = static_cast<std::uint32_t>(1 - winner);
    ASSERT_THAT(database().versions(Slot(loser), quarter).value(), SizeIs(round));
    ASSERT_THAT(database().versions(Slot(7U), quarter).value(), SizeIs(round + 1));
    ASSERT_EQ(code(submit(database(), std::vector{report(loser, "2024-Q1", round + 1)}, today)),
              std::nullopt);
  }
  EXPECT_THAT(database().verify().value(), IsEmpty());
}

}  // namespace
}  // namespace nucong::store
