// Whole pieces of work on one engine: what every store in SQL is built on.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <soci/error.h>

#include "app/store.hpp"
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

  using Values = std::initializer_list<Value>;

  // What follows runs inside a transaction.

  /// The one number that `sql` asks for.
  [[nodiscard]] long long number(const std::string& sql);
  /// Whether the answer has any row.
  [[nodiscard]] bool any(std::string_view sql, Values values);
  /// Hands every row as `read` makes it, which returns a Result, to `take`, which does too; ends at the first
  /// error of either.
  template <class Read, class Take>
  [[nodiscard]] Result<> each(std::string_view sql, Values values, Read&& read, Take&& take) {
    Result<> state = ok();
    engine_->each_row(sql, std::span(values.begin(), values.size()), [&](const Row& row) {
      auto one = read(row);
      if (one)
        state = take(std::move(one).value());
      else
        state = one.error();
      return state.has_value();
    });
    return state;
  }
  /// Every row as `read` makes it.
  template <class Read>
  auto rows(std::string_view sql, Values values, Read&& read)
      -> Result<std::vector<typename decltype(read(std::declval<const Row&>()))::value_type>> {
    std::vector<typename decltype(read(std::declval<const Row&>()))::value_type> found;
    TRY(each(sql, values, read, [&](auto one) -> Result<> {
      found.push_back(std::move(one));
      return ok();
    }));
    return found;
  }

  /// The number of the last act; 0 before the first.
  [[nodiscard]] app::Sequence last_sequence();
  void write_act(app::Sequence sequence, std::string_view kind, Date day, std::string_view summary);

  std::unique_ptr<Engine> engine_;

 private:
  Turns turns_;
};

/// Of an answer that has one row or none.
template <class T>
[[nodiscard]] std::optional<T> at_most_one(std::vector<T>&& found) {
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}
[[nodiscard]] constexpr std::int64_t seconds_of(std::chrono::sys_seconds at) {
  return at.time_since_epoch().count();
}
[[nodiscard]] constexpr std::chrono::sys_seconds instant_of(std::int64_t seconds) {
  return std::chrono::sys_seconds(std::chrono::seconds(seconds));
}
[[nodiscard]] inline AccountId account_of(const Row& row, int column) {
  return AccountId(static_cast<std::uint32_t>(row.integer(column)));
}
[[nodiscard]] inline Slot slot_of(const Row& row, int column) {
  return Slot(static_cast<std::uint32_t>(row.integer(column)));
}

}  // namespace nucong::store
