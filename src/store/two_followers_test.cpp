// Two processes that both submit reports and both follow the change sequence have seen the same in the end.
#include <fstream>
#include <sstream>

#include "store/child_test.hpp"
#include "store/contract_test.hpp"

namespace nucong::store {
namespace {

constexpr std::uint32_t acts_of_each = 60;
constexpr std::uint32_t shared_unit = 0;

// One act: the next version of a report that both processes correct, and one of a unit of its own. Another
// process that was quicker, or holds the turn, is no fault: the act is made again on what is there now.
int submit_next(app::Database& database, std::uint32_t own_unit, std::uint32_t own_version) {
  for (;;) {
    const auto known = database.versions(Slot(shared_unit), period("2024-Q1"));
    if (!known) return status_of(known);
    const auto version = static_cast<std::uint32_t>(known.value().size()) + 1;
    const std::vector batch = {report(own_unit, "2024-Q1", own_version),
                               report(shared_unit, "2024-Q1", version)};
    const auto done = submit(database, batch, today);
    if (done.has_value() ||
        (code(done) != ErrorCode::report_version_changed && code(done) != ErrorCode::store_busy))
      return status_of(done);
  }
}

// Until all acts of both have been seen; writes "sequence unit/period/version" a line, in the order of
// seeing.
int submit_and_follow(const std::string& url, std::uint32_t own_unit, const std::string& file) {
  const auto database = open(url, OpenMode::must_exist).value();
  std::ofstream told(file);
  app::Sequence seen = 0;
  for (std::uint32_t own_version = 1; seen < app::Sequence{2} * acts_of_each; ++own_version) {
    if (own_version <= acts_of_each)
      if (const int failed = submit_next(*database, own_unit, own_version); failed != 0) return failed;
    const app::Sequence before = seen;
    const auto followed = database->each_report_since(before, [&](const app::StoredReport& one) -> Result<> {
      told << one.sequence << ' ' << names({one}).front() << '\n';
      seen = one.sequence;
      return ok();
    });
    if (!followed) return status_of(followed);
  }
  return 0;
}

std::string content(const std::string& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

/// What a follower must have seen: every act has two reports, the shared unit's first, and no number is left
/// out or told twice.
void expect_no_gap_and_no_double(const std::string& told) {
  std::istringstream lines(told);
  std::array<std::uint32_t, 3> versions{};  // of the shared unit and of the two own ones
  for (app::Sequence sequence = 1; sequence <= app::Sequence{2} * acts_of_each; ++sequence) {
    std::string first;
    std::string second;
    ASSERT_TRUE(std::getline(lines, first) && std::getline(lines, second)) << "ends before act " << sequence;
    const std::string number = std::to_string(sequence) + " ";
    EXPECT_EQ(first, number + "0/2024-Q1/v" + std::to_string(++versions[shared_unit]));
    const std::uint32_t own = second.starts_with(number + "1/") ? 1 : 2;
    EXPECT_EQ(second, number + std::to_string(own) + "/2024-Q1/v" + std::to_string(++versions[own]));
  }
  EXPECT_THAT(versions, testing::ElementsAre(2 * acts_of_each, acts_of_each, acts_of_each));
  std::string more;
  EXPECT_FALSE(std::getline(lines, more)) << more;
}

class TwoFollowers : public DatabaseContract {};
INSTANTIATE_TEST_SUITE_P(Engines, TwoFollowers, testing::Values("sqlite", "postgresql"));

TEST_P(TwoFollowers, agree_on_what_happened_in_which_order) {
  const scratch::Folder folder;
  const std::string url = home().url();
  int gate[2];
  ASSERT_EQ(::pipe(gate), 0);
  std::vector<pid_t> children;
  for (std::uint32_t own = 1; own <= 2; ++own) {
    children.push_back(start_child([&, own] {
      ::close(gate[1]);
      char open_now = 0;  // both begin when the gate is closed behind them
      if (::read(gate[0], &open_now, 1) != 0) return -1;
      return submit_and_follow(url, own, folder.file(std::to_string(own)));
    }));
  }
  ::close(gate[0]);
  ::close(gate[1]);
  for (const pid_t child : children) ASSERT_EQ(end_of(child), 0);
  const std::string first = content(folder.file("1"));
  EXPECT_EQ(first, content(folder.file("2")));
  expect_no_gap_and_no_double(first);
  EXPECT_EQ(database().latest().value(), app::Sequence{2} * acts_of_each);
  EXPECT_THAT(database().verify().value(), testing::IsEmpty());
}

}  // namespace
}  // namespace nucong::store
