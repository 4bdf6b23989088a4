// Whole texts: our own made-up directive, and the articles we began from where they are at hand.
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "directive/reading.hpp"

namespace nucong::directive {
namespace {

std::string contents(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

const std::filesystem::path source_dir = NUCONG_SOURCE_DIR;
const std::filesystem::path seeds = source_dir / "../shared/seeds";

struct Expected {
  Comparator comparator;
  Decimal value;
  Quantity unit;
  std::string_view in_subject;
  std::string_view in_measure;
};

void expect_targets(std::string_view text, const Reading& reading, const std::vector<Expected>& expected) {
  ASSERT_EQ(reading.targets.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const ProposedTarget& target = reading.targets[i];
    EXPECT_EQ(target.comparator, expected[i].comparator) << target.quote;
    EXPECT_EQ(target.value, expected[i].value) << target.quote;
    EXPECT_EQ(target.unit, expected[i].unit) << target.quote;
    EXPECT_NE(target.subject.find(expected[i].in_subject), std::string::npos) << target.subject;
    EXPECT_NE(target.measure.find(expected[i].in_measure), std::string::npos) << target.measure;
    EXPECT_EQ(target.quote, text.substr(target.span.begin, target.span.end - target.span.begin));
  }
}

TEST(DirectiveSamples, the_made_up_directive_is_read_without_a_fault) {
  const std::string text = contents(source_dir / "docs/examples/huong-dan-nu-cong-mau.txt");
  const Reading reading = read(text);
  EXPECT_EQ(reading.year, 2025);
  expect_targets(text, reading,
                 {{Comparator::at_least, 90, Quantity::percent, "nữ đoàn viên", "danh hiệu"},
                  {Comparator::equal, 100, Quantity::percent, "công đoàn cơ sở", "tập huấn"},
                  {Comparator::at_least, 95, Quantity::percent, "Ban Nữ công quần chúng", "nền tảng số"},
                  {Comparator::at_least, 1, Quantity::count, "công đoàn cơ sở", "chăm lo"},
                  {Comparator::at_least, 500, Quantity::count, "Ban Nữ công quần chúng", "Thành lập mới"},
                  {Comparator::at_least, 35, Quantity::percent, "nữ", "ban chấp hành"},
                  {Comparator::at_least, 2000, Quantity::count, "suất học bổng", "Trao"},
                  {Comparator::at_least, 10, Quantity::percent, "số vụ việc", "Giảm"}});
  for (const ProposedTarget& target : reading.targets) EXPECT_EQ(target.deadline, 2025) << target.quote;
  EXPECT_TRUE(reading.targets.at(3).per_unit);
  EXPECT_TRUE(reading.targets.at(7).baseline_change);
  ASSERT_EQ(reading.citations.size(), 6U);
  EXPECT_EQ(reading.citations[2].number, "12/KH-TLĐ");
  EXPECT_EQ(reading.citations[3].number, "28/NQ-CP");
  EXPECT_EQ(reading.citations[4].number, "03/CT-TLĐ");
  EXPECT_EQ(reading.citations[5].type, CitationType::other);
}

TEST(DirectiveSamples, the_finance_ministrys_union_sets_four_targets) {
  const auto path = seeds / "004_a071efd1b67c96c3.txt";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "the seed articles are not beside this source tree";
  const std::string text = contents(path);
  const Reading reading = read(text);
  expect_targets(text, reading,
                 {{Comparator::equal, 100, Quantity::percent, "trực thuộc", "triển khai"},
                  {Comparator::at_least, 90, Quantity::percent, "nữ", "danh hiệu"},
                  {Comparator::at_least, 95, Quantity::percent, "Ban Nữ công", "công nghệ thông tin"},
                  {Comparator::at_least, 1, Quantity::count, "cơ sở", "chăm lo"}});
  std::size_t last = 0;
  for (const ProposedTarget& target : reading.targets) {
    EXPECT_EQ(target.deadline, 2024);
    EXPECT_GT(target.span.begin, last);
    EXPECT_LE(target.span.begin, target.number.begin);
    EXPECT_GE(target.span.end, target.number.end);
    last = target.span.begin;
  }
  EXPECT_TRUE(reading.targets.at(3).per_unit);
  EXPECT_EQ(text.substr(reading.targets.at(3).number.begin, 2), "01");
  ASSERT_EQ(reading.citations.size(), 6U);
  EXPECT_EQ(reading.citations[0].number, "41/HD-CĐ");
  EXPECT_EQ(reading.year, 2024);
}

TEST(DirectiveSamples, the_other_articles_set_none) {
  if (!std::filesystem::exists(seeds)) GTEST_SKIP() << "the seed articles are not beside this source tree";
  for (const auto& entry : std::filesystem::directory_iterator(seeds)) {
    if (entry.path().filename().string().starts_with("004")) continue;
    const Reading reading = read(contents(entry.path()));
    EXPECT_TRUE(reading.targets.empty()) << entry.path();
    EXPECT_FALSE(reading.citations.empty()) << entry.path();
  }
}

}  // namespace
}  // namespace nucong::directive
