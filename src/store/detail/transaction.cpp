#include <soci/soci.h>

#include "store/detail/engine.hpp"

namespace nucong::store {

Transaction::Transaction(Engine& engine, Kind kind)
    : engine_(engine), turn_(WriterGate::wait(kind == Kind::act ? engine.writers() : nullptr)) {
  if (kind == Kind::read) {
    engine_.begin_read();
    return;
  }
  try {
    engine_.begin_act();
  } catch (const soci::soci_error&) {
    // PostgreSQL waits for its turn inside the transaction; having waited in vain it is still in there.
    rollback(engine_);
    throw;
  }
}

Transaction::~Transaction() {
  if (open_) rollback(engine_);
}

void Transaction::commit() {
  engine_.session() << "COMMIT";
  open_ = false;
  turn_.end();
}

void Transaction::rollback(Engine& engine) noexcept {
  try {
    engine.session() << "ROLLBACK";
  } catch (const soci::soci_error&) {
    // The engine has rolled back by itself: the connection is lost, or the disk was full.
    return;
  }
}

}  // namespace nucong::store
