#include "store/memory_database.hpp"

#include "store/detail/memory_offices.hpp"

namespace nucong::store {

MemoryDatabase make_memory_database(app::Digest digest) {
  const auto offices = std::make_shared<MemoryOffices>();
  return {make_memory_store(offices), make_memory_account_store(offices, std::move(digest))};
}

}  // namespace nucong::store
