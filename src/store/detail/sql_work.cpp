#include "store/detail/sql_work.hpp"

#include <soci/soci.h>

namespace nucong::store {

long long SqlWork::number(const std::string& sql) {
  long long value = 0;
  engine_->session() << sql, soci::into(value);
  return value;
}

}  // namespace nucong::store
