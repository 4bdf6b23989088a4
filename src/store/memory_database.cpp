#include "store/memory_database.hpp"

#include "store/detail/memory_facts.hpp"

namespace nucong::store {

MemoryDatabase make_memory_database(app::Digest digest) {
  const auto facts = std::make_shared<MemoryFacts>();
  const std::shared_ptr<MemoryOffices> offices(facts, &facts->offices);
  return {make_memory_store(facts), make_memory_account_store(offices, std::move(digest)),
          make_memory_work_store(facts)};
}

}  // namespace nucong::store
