#include "report/frozen.hpp"

#include <gtest/gtest.h>

namespace nucong::report {
namespace {

std::string digest(std::string_view text) {
  return "digest of " + std::to_string(text.size()) + " bytes";
}

FrozenReport report() {
  FrozenReport made{.unit = "P",
                    .name = "Liên đoàn Lao động\ntỉnh P",
                    .form = "NC-Q",
                    .period = Period::parse("2026-Q1").value()};
  made.tree_day = make_date(2026, 3, 31);
  made.sequence = 42;
  made.version = 2;
  made.figures = "A03=120 A04[sector=fdi]=80";
  made.reasons = "A03\ttăng do sáp nhập\n";
  made.totals = {{"A03", Decimal{1320}}, {"F08", Decimal::scaled(125, 1)}};
  made.expected = 3;
  made.received = 2;
  made.silent = {"C"};
  made.included = {{"P", 2}, {"A", 1}};
  made.person = "Chị Hoa";
  made.role = "leader";
  made.day = make_date(2026, 4, 12);
  return made;
}

// docs/formats/frozen-report.md shows this text. A signature rests on every byte of it.
TEST(Frozen, is_the_text_that_the_format_describes) {
  EXPECT_EQ(frozen_text(report(), digest),
            "nucong-frozen-report 1\n"
            "unit P\n"
            "name Liên đoàn Lao động tỉnh P\n"
            "form NC-Q\n"
            "period 2026-Q1\n"
            "tree 2026-03-31\n"
            "sequence 42\n"
            "version 2\n"
            "figure A03=120\n"
            "figure A04[sector=fdi]=80\n"
            "reason A03 tăng do sáp nhập\n"
            "total A03=1320\n"
            "total F08=12.5\n"
            "expected 3\n"
            "received 2\n"
            "silent C\n"
            "reports 2\n"
            "report P 2\n"
            "report A 1\n"
            "signed-by Chị Hoa\n"
            "role leader\n"
            "day 2026-04-12\n");
}

TEST(Frozen, of_very_many_reports_holds_the_digest_of_their_lines) {
  auto many = report();
  many.included.assign(included_lines_max + 1, {"A", 1});
  const std::string text = frozen_text(many, digest);
  EXPECT_NE(text.find("\nreports 2001\nreports-sha256 digest of 22011 bytes\nsigned-by "), std::string::npos)
      << "eleven bytes a line";
  many.included.pop_back();
  EXPECT_EQ(frozen_text(many, digest).find("reports-sha256"), std::string::npos);
}

}  // namespace
}  // namespace nucong::report
