#include "store/detail/sql_database.hpp"

#include <utility>

namespace nucong::store {
namespace {

thread_local const void* in_call_of = nullptr;

/// Whoever writes has connections of their own, unless there is one for all.
void open_beside(std::optional<ConnectionPool>& connections, const Engine& engine) {
  if (engine.connections_max > 1) connections.emplace(engine.open, 1);
}

}  // namespace

SqlDatabase::Call::Call(const SqlDatabase& database) : before_(in_call_of) {
  ENSURE(in_call_of != &database);
  in_call_of = &database;
}

SqlDatabase::Call::~Call() {
  in_call_of = before_;
}

SqlDatabase::SqlDatabase(Engine engine, std::unique_ptr<Connection> first, const app::Digest& digest)
    : readers_(engine.open, engine.connections_max),
      act_connections_(),
      row_connections_(),
      acts_((open_beside(act_connections_, engine), act_connections_ ? *act_connections_ : readers_),
            Transaction::Kind::act, digest),
      await_act_(std::move(engine.await_act)) {
  readers_.add(std::move(first));
  if (!engine.locks_rows) return;
  open_beside(row_connections_, engine);
  rows_.emplace(*row_connections_, Transaction::Kind::write, digest);
}

Result<> SqlDatabase::commit(const Body& body) {
  const Call call(*this);
  return acts_.run([&](SqlWriter& writer) { return body(writer); });
}

Result<> SqlDatabase::changing_rows(const std::function<Result<>(Connection&)>& body) {
  const Call call(*this);
  return (rows_ ? *rows_ : acts_).run([&](SqlWriter& writer) { return body(writer.connection()); });
}

}  // namespace nucong::store
