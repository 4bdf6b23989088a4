#include <fmt/format.h>
#include <soci/soci.h>

#include "store/detail/sql_store.hpp"

namespace nucong::store {

Result<std::vector<app::Act>> SqlStore::acts(app::Sequence after) {
  return reading([&]() -> Result<std::vector<app::Act>> {
    std::vector<app::Act> found;
    const Value first = static_cast<std::int64_t>(after);
    engine_->each_row("SELECT sequence, kind, day, summary FROM act WHERE sequence > $1 ORDER BY sequence",
                      {&first, 1}, [&](const Row& row) {
                        found.push_back({static_cast<app::Sequence>(row.integer(0)), row.string(1),
                                         row.day(2), row.string(3)});
                        return true;
                      });
    return found;
  });
}

Result<app::Sequence> SqlStore::latest() {
  return reading([&]() -> Result<app::Sequence> { return last_sequence(); });
}

}  // namespace nucong::store
