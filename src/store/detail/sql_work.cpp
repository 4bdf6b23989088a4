#include "store/detail/sql_work.hpp"

#include <soci/soci.h>

namespace nucong::store {

long long SqlWork::number(const std::string& sql) {
  long long value = 0;
  engine_->session() << sql, soci::into(value);
  return value;
}

bool SqlWork::any(std::string_view sql, Values values) {
  bool found = false;
  engine_->each_row(sql, std::span(values.begin(), values.size()), [&](const Row&) {
    found = true;
    return false;
  });
  return found;
}

app::Sequence SqlWork::last_sequence() {
  return static_cast<app::Sequence>(number("SELECT COALESCE(max(sequence), 0) FROM act"));
}

void SqlWork::write_act(app::Sequence sequence, std::string_view kind, Date day, std::string_view summary) {
  const auto sink = engine_->insert("act", "sequence, kind, day, summary");
  sink->row(sequence, kind, day, summary);
  sink->finish();
}

}  // namespace nucong::store
