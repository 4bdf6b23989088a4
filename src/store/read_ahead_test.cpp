#include "store/detail/read_ahead.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

namespace nucong::store {
namespace {

using Take = std::function<bool(app::StoredReport&)>;

// Reads `count` reports of units 0, 1, ...; fails or throws after the last if told so.
Result<> read_some(std::uint32_t count, const Take& take) {
  for (std::uint32_t i = 0; i < count; ++i) {
    app::StoredReport report{Slot(i), Period::year(2025)};
    report.figures = "A04=" + std::to_string(i);
    if (!take(report)) return ok();
  }
  return ok();
}

TEST(ReadAhead, visits_everything_once_in_order) {
  for (const std::uint32_t count : {0U, 1U, 1023U, 1024U, 1025U, 20'000U}) {
    std::uint32_t next = 0;
    ASSERT_TRUE(visit_while_reading([&](const Take& take) { return read_some(count, take); },
                                    [&](const app::StoredReport& report) -> Result<> {
                                      EXPECT_EQ(report.unit.value, next);
                                      EXPECT_EQ(report.figures, "A04=" + std::to_string(next));
                                      ++next;
                                      return ok();
                                    }));
    EXPECT_EQ(next, count);
  }
}

TEST(ReadAhead, ends_at_the_visitors_error) {
  std::uint32_t visited = 0;
  const auto ended = visit_while_reading([&](const Take& take) { return read_some(1'000'000, take); },
                                         [&](const app::StoredReport&) -> Result<> {
                                           if (++visited < 5000) return ok();
                                           return fail(ErrorCode::store_damaged, {});
                                         });
  ASSERT_TRUE(ended.has_error());
  EXPECT_EQ(visited, 5000U);
}

TEST(ReadAhead, passes_on_the_readers_error_after_what_was_read) {
  std::uint32_t visited = 0;
  const auto count = [&](const app::StoredReport&) -> Result<> {
    ++visited;
    return ok();
  };
  const auto ended = visit_while_reading(
      [&](const Take& take) -> Result<> {
        TRY(read_some(3000, take));
        return fail(ErrorCode::store_damaged, {});
      },
      count);
  EXPECT_TRUE(ended.has_error());
  EXPECT_EQ(visited, 3000U);
  EXPECT_THROW(static_cast<void>(visit_while_reading(
                   [&](const Take& take) -> Result<> {
                     TRY(read_some(10, take));
                     throw std::runtime_error("the connection broke");
                   },
                   count)),
               std::runtime_error);
  EXPECT_THROW(static_cast<void>(visit_while_reading(
                   [&](const Take& take) { return read_some(100'000, take); },
                   [](const app::StoredReport&) -> Result<> { throw std::runtime_error("a defect"); })),
               std::runtime_error);
}

}  // namespace
}  // namespace nucong::store
