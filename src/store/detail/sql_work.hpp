// Whole pieces of work on one engine: what every store in SQL is built on.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include <soci/error.h>

#include "base/result.hpp"
#include "store/detail/engine.hpp"
#include "store/detail/turn.hpp"

namespace nucong::store {

/// For one thread at a time.
class SqlWork {
 public:
  SqlWork(const SqlWork&) = delete;
  SqlWork& operator=(const SqlWork&) = delete;

 protected:
  /// The engine's database has our schema.
  explicit SqlWork(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}
  ~SqlWork() = default;

  /// Runs `body`, which returns a Result, in one transaction; a failure leaves nothing behind.
  template <class Body>
  auto within(Transaction::Kind kind, Body&& body) -> decltype(body()) {
    turns_.must_be_free();
    const auto turn = turns_.take();
    try {
      engine_->ensure_connected();
      Transaction transaction(*engine_, kind);
      auto result = body();
      if (result) transaction.commit();
      return result;
    } catch (const soci::soci_error& error) {
      return engine_->translate(error);
    }
  }
  template <class Body>
  auto reading(Body&& body) -> decltype(body()) {
    return within(Transaction::Kind::read, std::forward<Body>(body));
  }
  template <class Body>
  auto acting(Body&& body) -> decltype(body()) {
    return within(Transaction::Kind::act, std::forward<Body>(body));
  }

  /// Inside a transaction: the one number that `sql` asks for.
  [[nodiscard]] long long number(const std::string& sql);

  std::unique_ptr<Engine> engine_;

 private:
  Turns turns_;
};

}  // namespace nucong::store
