// What was acknowledged is there after kill -9; what was not is there whole or not at all.
#include <algorithm>
#include <random>
#include <thread>

#include <signal.h>

#include "store/child_test.hpp"
#include "store/contract_test.hpp"

namespace nucong::store {
namespace {

using testing::IsEmpty;

constexpr std::uint32_t units = 40;

// Submits whole batches, one version after the other, and says each number that was acknowledged.
int submit_forever(const std::string& url, int say) {
  const auto database = open(url, OpenMode::must_exist).value();
  auto version = static_cast<std::uint32_t>(database->versions(Slot(0U), period("2024-Q1")).value().size());
  for (;;) {
    ++version;
    std::vector<app::StoredReport> batch;
    for (std::uint32_t unit = 0; unit < units; ++unit)
      batch.push_back(report(unit, "2024-Q1", version, std::string(200, 'x')));
    if (!submit(*database, batch, today)) return 1;
    if (::write(say, &version, sizeof version) != sizeof version) return 2;
  }
}

// The last version that was acknowledged before the kill.
std::uint32_t kill_while_submitting(const std::string& url, std::chrono::milliseconds after) {
  int ends[2];
  if (::pipe(ends) != 0) return 0;
  const pid_t child = start_child([&] { return submit_forever(url, ends[1]); });
  ::close(ends[1]);
  std::uint32_t acknowledged = 0;
  // The time counts from the first acknowledgement: opening takes longer on a loaded machine.
  if (::read(ends[0], &acknowledged, sizeof acknowledged) == sizeof acknowledged)
    std::this_thread::sleep_for(after);
  ::kill(child, SIGKILL);
  EXPECT_EQ(end_of(child), -1) << "it ended by itself";
  while (::read(ends[0], &acknowledged, sizeof acknowledged) == sizeof acknowledged) continue;
  ::close(ends[0]);
  return acknowledged;
}

class Crash : public DatabaseContract {};
INSTANTIATE_TEST_SUITE_P(Engines, Crash, testing::Values("sqlite", "postgresql"));

TEST_P(Crash, loses_nothing_that_was_acknowledged) {
  std::mt19937 random(20260305);
  std::uniform_int_distribution<int> milliseconds(0, 60);
  // On PostgreSQL it is the server's word that counts, which outlives the client.
  const int rounds = GetParam() == "sqlite" ? 20 : 6;
  for (int round = 0; round < rounds; ++round) {
    const auto acknowledged =
        kill_while_submitting(home().url(), std::chrono::milliseconds(milliseconds(random)));
    ASSERT_GT(acknowledged, 0U);
    home().reopen();
    const auto current = reports_in(database(), make_date(2024, 1, 1), make_date(2024, 1, 1));
    ASSERT_EQ(current.size(), units);
    const auto version = current.front().version;
    EXPECT_GE(version, acknowledged) << "round " << round;
    EXPECT_LE(version, acknowledged + 1) << "round " << round;
    EXPECT_TRUE(std::ranges::all_of(current, [&](const auto& one) { return one.version == version; }));
    EXPECT_EQ(database().acts(0).value().size(), version);
  }
  EXPECT_THAT(database().verify().value(), IsEmpty());
}

// Puts a portion, says so, and goes on with nothing until it is killed.
int import_forever(const std::string& url, int say) {
  const auto database = open(url, OpenMode::must_exist).value();
  const auto imported = database->import_reports(
      [&](const app::ReportPut& put) -> Result<> {
        std::vector<app::StoredReport> portion;
        for (std::uint32_t unit = 0; unit < units; ++unit) portion.push_back(report(unit, "2024-Q1", 2));
        TRY(put(portion));
        if (::write(say, "1", 1) != 1) return fail(ErrorCode::usage);
        for (;;) ::pause();
      },
      today);
  return status_of(imported);
}

TEST_P(Crash, an_import_that_was_killed_is_never_seen) {
  std::vector<app::StoredReport> batch;
  for (std::uint32_t unit = 0; unit < units; ++unit) batch.push_back(report(unit, "2024-Q1"));
  ASSERT_TRUE(submit(database(), batch, today).has_value());
  const auto before = all_versions(database());
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  const pid_t child = start_child([&] { return import_forever(home().url(), ends[1]); });
  ::close(ends[1]);
  char said = 0;
  EXPECT_EQ(::read(ends[0], &said, 1), 1);
  ::kill(child, SIGKILL);
  EXPECT_EQ(end_of(child), -1) << "it ended by itself";
  ::close(ends[0]);
  home().reopen();
  EXPECT_EQ(all_versions(database()), before);
  EXPECT_EQ(database().latest().value(), 1U);
  EXPECT_THAT(database().verify().value(), IsEmpty());
  // Nothing of it is in the way of whoever brings the same, be it long afterwards.
  for (const int days : {0, 1000}) {
    for (auto& next : batch) ++next.version;
    const auto again = database().import_reports([&](const app::ReportPut& put) { return put(batch); },
                                                 today + std::chrono::days(days));
    EXPECT_EQ(again.value(), batch.front().version);
    EXPECT_EQ(reports_since(database(), again.value() - 1).size(), units);
    EXPECT_THAT(database().verify().value(), IsEmpty());
  }
}

}  // namespace
}  // namespace nucong::store
