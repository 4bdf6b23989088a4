#include "report/frozen.hpp"

#include "base/text.hpp"

namespace nucong::report {
namespace {

class Text {
 public:
  // One line: a word, and what it says. A value never breaks the line.
  void line(std::string_view word, std::string_view value) {
    text_ += word;
    if (!value.empty()) text_ += ' ';
    text_ += printable(value);
    text_ += '\n';
  }
  [[nodiscard]] std::string take() && { return std::move(text_); }

 private:
  std::string text_;
};

std::string included_lines(const std::vector<FrozenReport::Included>& included) {
  Text lines;
  for (const auto& [unit, version] : included) lines.line("report", unit + " " + std::to_string(version));
  return std::move(lines).take();
}

void write_head(Text& text, const FrozenReport& report) {
  text.line("nucong-frozen-report", "1");
  text.line("unit", report.unit);
  text.line("name", report.name);
  text.line("form", report.form);
  text.line("period", report.period.str());
  text.line("tree", format_date(report.tree_day));
  text.line("sequence", std::to_string(report.sequence));
}

void write_own(Text& text, const FrozenReport& report) {
  text.line("version", std::to_string(report.version));
  for (const auto figure : split(report.figures, ' '))
    if (!figure.empty()) text.line("figure", figure);
  for (const auto reason : split(report.reasons, '\n'))
    if (!reason.empty()) text.line("reason", reason);
}

void write_branch(Text& text, const FrozenReport& report) {
  for (const auto& total : report.totals) text.line("total", total.series + "=" + total.value.str());
  text.line("expected", std::to_string(report.expected));
  text.line("received", std::to_string(report.received));
  for (const auto& unit : report.silent) text.line("silent", unit);
  text.line("reports", std::to_string(report.included.size()));
}

}  // namespace

std::string frozen_text(const FrozenReport& report, const Digest& digest) {
  Text text;
  write_head(text, report);
  write_own(text, report);
  write_branch(text, report);
  const std::string lines = included_lines(report.included);
  Text end;
  if (report.included.size() > included_lines_max) end.line("reports-sha256", digest(lines));
  end.line("signed-by", report.person);
  end.line("role", report.role);
  end.line("day", format_date(report.day));
  const bool listed = report.included.size() <= included_lines_max;
  return std::move(text).take() + (listed ? lines : std::string()) + std::move(end).take();
}

}  // namespace nucong::report
