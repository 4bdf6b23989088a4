#include "sheet/detail/form_totals.hpp"

#include <algorithm>
#include <optional>

namespace nucong::sheet::detail {
namespace {

using report::FormLine;

class Totals {
 public:
  explicit Totals(const report::FormSheet& form) : lines_(form.lines), known_(form.lines.size()) {}

  Decimal value_of(std::size_t index, std::size_t depth) {
    ENSURE(index < lines_.size());
    ENSURE(depth <= lines_.size());  // deeper than there are lines: a total adds itself
    if (known_[index]) return *known_[index];
    const FormLine& line = lines_[index];
    Decimal value = line.current.value_or(0);
    if (line.role == FormLine::Role::total && !line.addends.empty()) {
      value = 0;
      for (const std::size_t addend : line.addends) value = value + value_of(addend, depth + 1);
    }
    known_[index] = value;
    return value;
  }

 private:
  const std::vector<FormLine>& lines_;
  std::vector<std::optional<Decimal>> known_;
};

}  // namespace

std::vector<Decimal> shown_values(const report::FormSheet& form) {
  Totals totals(form);
  std::vector<Decimal> values;
  for (std::size_t i = 0; i < form.lines.size(); ++i) values.push_back(totals.value_of(i, 0));
  return values;
}

std::string sum_formula(std::vector<std::size_t> addends, std::string_view column, std::size_t first_row) {
  std::ranges::sort(addends);
  const auto cell = [&](std::size_t line) { return std::string(column) + std::to_string(first_row + line); };
  std::string arguments;
  for (std::size_t first = 0; first < addends.size();) {
    std::size_t last = first;
    while (last + 1 < addends.size() && addends[last + 1] == addends[last] + 1) ++last;
    if (!arguments.empty()) arguments += ',';
    arguments += cell(addends[first]);
    if (last > first) arguments += ':' + cell(addends[last]);
    first = last + 1;
  }
  return "=SUM(" + arguments + ")";
}

}  // namespace nucong::sheet::detail
