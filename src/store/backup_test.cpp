// A backup that is made while others write is one moment of the database, and serves as a database.
#include <atomic>
#include <thread>

#include "store/contract_test.hpp"
#include "store/copy.hpp"

namespace nucong::store {
namespace {

using testing::IsEmpty;

/// Somebody who sends one version after the other of reports of their own, two in each act, until told to
/// end.
class Sender {
 public:
  Sender(const std::string& url, std::uint32_t first_unit)
      : database_(open(url, OpenMode::must_exist).value()),
        first_unit_(first_unit),
        thread_([this] { write(); }) {}
  Sender(const Sender&) = delete;
  Sender& operator=(const Sender&) = delete;
  ~Sender() {
    ending_ = true;
    thread_.join();
  }

  [[nodiscard]] std::uint32_t acknowledged() const { return acknowledged_; }
  void wait_until_more_than(std::uint32_t count) const {
    while (acknowledged_ <= count) std::this_thread::yield();
  }

 private:
  void write() {
    while (!ending_) {
      const std::uint32_t version = acknowledged_ + 1;
      const std::vector batch = {report(first_unit_, "2024-Q1", version, std::string(2000, 'x')),
                                 report(first_unit_ + 1, "2024-Q1", version)};
      // Another who holds the turn for long is no fault.
      if (submit(*database_, batch, today)) acknowledged_ = version;
    }
  }

  const std::unique_ptr<app::Database> database_;
  const std::uint32_t first_unit_;
  std::atomic<bool> ending_ = false;
  std::atomic<std::uint32_t> acknowledged_ = 0;
  std::thread thread_;
};

class BackedUp : public DatabaseContract {
 protected:
  // Of both units of each writer the same versions, and no fewer than were acknowledged before it was made.
  static void expect_whole(app::Database& copy, std::uint32_t of_first, std::uint32_t of_second) {
    EXPECT_THAT(copy.verify().value(), IsEmpty());
    const auto versions = [&](std::uint32_t unit) {
      return copy.versions(Slot(unit), period("2024-Q1")).value().size();
    };
    EXPECT_GE(versions(0), of_first);
    EXPECT_EQ(versions(1), versions(0));
    EXPECT_GE(versions(2), of_second);
    EXPECT_EQ(versions(3), versions(2));
    EXPECT_EQ(copy.latest().value(), versions(0) + versions(2)) << "every act is in it up to the last";
  }

  const scratch::Folder folder_;
};
INSTANTIATE_TEST_SUITE_P(Engines, BackedUp, testing::Values("sqlite", "postgresql"));

TEST_P(BackedUp, while_others_write_is_one_moment_and_keeps_nobody_waiting) {
  const Sender first(home().url(), 0);
  const Sender second(home().url(), 2);
  first.wait_until_more_than(20);
  second.wait_until_more_than(20);
  bool went_on = false;
  for (int made = 0; !went_on; ++made) {
    const auto of_first = first.acknowledged();
    const auto of_second = second.acknowledged();
    const auto file = folder_.file("backup" + std::to_string(made));
    ASSERT_EQ(code(backup(home().url(), file)), std::nullopt);
    went_on = first.acknowledged() > of_first && second.acknowledged() > of_second;
    expect_whole(*open("sqlite:" + file, OpenMode::must_exist).value(), of_first, of_second);
  }
}

TEST_P(BackedUp, while_an_import_is_under_way_has_nothing_of_it) {
  ASSERT_TRUE(submit(database(), std::vector{report(0, "2024-Q1")}, today).has_value());
  const auto file = folder_.file("backup");
  const auto imported = database().import_reports(
      [&](const app::ReportPut& put) -> Result<> {
        TRY(put(std::vector{report(0, "2024-Q1", 2), report(1, "2024-Q1")}));
        return backup(home().url(), file);
      },
      today);
  EXPECT_EQ(imported.value(), 2U);
  const auto copied = open("sqlite:" + file, OpenMode::must_exist).value();
  EXPECT_THAT(names(all_versions(*copied)), testing::ElementsAre("0/2024-Q1/v1"));
  EXPECT_THAT(copied->acts(0).value(), testing::SizeIs(1));
  EXPECT_THAT(copied->verify().value(), IsEmpty());
  const auto same = [](const app::ReportPut& put) {
    return put(std::vector{report(0, "2024-Q1", 2), report(1, "2024-Q1")});
  };
  EXPECT_EQ(copied->import_reports(same, today).value(), 2U);
  EXPECT_EQ(all_versions(*copied), all_versions(database()));
  EXPECT_THAT(copied->verify().value(), IsEmpty());
}

TEST_P(BackedUp, and_restored_into_either_engine_it_goes_on_where_it_was) {
  ASSERT_TRUE(submit(database(), std::vector{report(0, "2024-Q1"), report(1, "2024-Q1")}, today).has_value());
  const auto more = [](const app::ReportPut& put) { return put(std::vector{report(1, "2024-Q1", 2)}); };
  ASSERT_TRUE(database().import_reports(more, today).has_value());
  const auto file = folder_.file("backup");
  ASSERT_EQ(code(backup(home().url(), file)), std::nullopt);
  for (const auto& engine : {"sqlite", "postgresql"}) {
    if (engine == std::string("postgresql") && !scratch::server()) continue;
    std::optional<scratch::PostgresqlDatabase> server;
    const std::string url =
        engine == std::string("sqlite") ? "sqlite:" + folder_.file("restored") : server.emplace().url();
    ASSERT_EQ(code(copy("sqlite:" + file, url)), std::nullopt) << engine;
    const auto restored = open(url, OpenMode::must_exist).value();
    EXPECT_EQ(all_versions(*restored), all_versions(database())) << engine;
    EXPECT_EQ(restored->acts(0).value(), database().acts(0).value()) << engine;
    EXPECT_EQ(reports_since(*restored, 1), reports_since(database(), 1)) << engine;
    const auto next = submit(*restored, std::vector{report(0, "2024-Q1", 2)}, today);
    EXPECT_EQ(next.value(), database().latest().value() + 1) << engine;
    EXPECT_THAT(restored->verify().value(), IsEmpty()) << engine;
  }
}

}  // namespace
}  // namespace nucong::store
