#include "store/detail/sql_database.hpp"

#include <utility>

namespace nucong::store {
namespace {

thread_local const void* in_call_of = nullptr;

/// A connection of its own for whoever writes, unless there is one for all.
std::unique_ptr<ConnectionPool> writing_connection(const Engine& engine) {
  return engine.connections_max > 1 ? std::make_unique<ConnectionPool>(engine.open, 1) : nullptr;
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
      act_connection_(writing_connection(engine)),
      row_connection_(writing_connection(engine)),
      acts_(act_connection_ ? *act_connection_ : readers_, Transaction::Kind::act, digest),
      await_act_(std::move(engine.await_act)) {
  readers_.add(std::move(first));
  if (engine.locks_rows) rows_.emplace(*row_connection_, Transaction::Kind::write, digest);
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
