#include <algorithm>

#include <fmt/format.h>

#include "store/detail/act_words.hpp"
#include "store/detail/sql_store.hpp"

namespace nucong::store {

void SqlStore::write_recipients(std::span<const Slot> units, std::int64_t directive, app::Sequence sequence) {
  const auto sink = engine_->insert("recipient", "unit, directive, sequence");
  for (const Slot unit : units) sink->row(unit.value, directive, sequence);
  sink->finish();
}

Result<app::Sequence> SqlStore::give(const std::string& directive, std::span<const Slot> further, Date day) {
  return acting([&]() -> Result<app::Sequence> {
    const auto count = number("SELECT count(*) FROM directive");
    std::int64_t ordinal = 1;
    while (ordinal <= count && fmt::format("D{}", ordinal) != directive) ++ordinal;
    if (ordinal > count) return fail(ErrorCode::directive_unknown, {{"directive", directive}});
    std::vector<Slot> fresh(further.begin(), further.end());
    engine_->each_row("SELECT unit FROM recipient WHERE directive = $1", {{Value(ordinal)}},
                      [&](const Row& row) {
                        std::erase(fresh, Slot(static_cast<std::uint32_t>(row.integer(0))));
                        return true;
                      });
    const auto last = last_sequence();
    if (fresh.empty()) return last;
    write_recipients(fresh, ordinal, last + 1);
    write_act(last + 1, act_kind::directive_give, day,
              fmt::format("{}: {}", directive, counted(fresh.size(), "unit")));
    return last + 1;
  });
}

}  // namespace nucong::store
