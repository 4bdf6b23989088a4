#include <fmt/format.h>

#include "store/detail/act_words.hpp"
#include "store/detail/sql_database.hpp"

namespace nucong::store {

void SqlWriter::write_recipients(std::span<const Slot> units, std::int64_t directive,
                                 app::Sequence sequence) {
  const auto sink = sql_.insert("recipient", "unit, directive, sequence");
  for (const Slot unit : units) sink->row(unit, directive, sequence);
  sink->finish();
}

Result<app::Sequence> SqlWriter::give(const std::string& directive, std::span<const Slot> further, Date day) {
  const auto count = sql_.number("SELECT count(*) FROM directive");
  std::int64_t ordinal = 1;
  while (ordinal <= count && fmt::format("D{}", ordinal) != directive) ++ordinal;
  if (ordinal > count) return fail(ErrorCode::directive_unknown, {{"directive", directive}});
  std::vector<Slot> fresh(further.begin(), further.end());
  const Value of_directive = ordinal;
  sql_.each_row("SELECT unit FROM recipient WHERE directive = $1", {&of_directive, 1}, [&](const Row& row) {
    std::erase(fresh, row.slot(0));
    return true;
  });
  if (fresh.empty()) return last_act();
  const auto sequence = add_act(
      {act_kind::directive_give, day, fmt::format("{}: {}", directive, counted(fresh.size(), "unit"))});
  write_recipients(fresh, ordinal, sequence);
  return sequence;
}

}  // namespace nucong::store
