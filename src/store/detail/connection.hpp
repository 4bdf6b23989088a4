// One connection to a database, and SQL on it: what SQLite and PostgreSQL do differently. Everything else is
// the same SQL for both.
#pragma once

#include <chrono>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/error.hpp"
#include "base/id.hpp"
#include "base/result.hpp"

namespace nucong::store {

/// How long a writer waits for another one.
inline constexpr int wait_for_writer_ms = 5000;

[[nodiscard]] constexpr std::int64_t day_number(Date day) {
  return day.time_since_epoch().count();
}
[[nodiscard]] constexpr Date day_of(std::int64_t number) {
  return Date(std::chrono::days(static_cast<std::chrono::days::rep>(number)));
}
[[nodiscard]] constexpr std::int64_t seconds_of(std::chrono::sys_seconds at) {
  return at.time_since_epoch().count();
}
[[nodiscard]] constexpr std::chrono::sys_seconds instant_of(std::int64_t seconds) {
  return std::chrono::sys_seconds(std::chrono::seconds(seconds));
}

/// The value of a parameter $1, $2, ... or of a cell: null, a whole number or a text. A text's bytes stay
/// where they are until the call that it is given to returns.
class Value {
 public:
  using Content = std::variant<std::monostate, std::int64_t, std::string_view>;

  Value() = default;
  Value(std::string_view text) : content_(text) {}
  Value(const std::string& text) : content_(std::string_view(text)) {}
  Value(const char* text) : content_(std::string_view(text)) {}
  Value(Date day) : content_(day_number(day)) {}
  Value(std::chrono::sys_seconds at) : content_(seconds_of(at)) {}
  Value(Slot unit) : content_(std::int64_t{unit.value}) {}
  Value(AccountId account) : content_(std::int64_t{account.value}) {}
  template <class Whole>
  requires std::is_integral_v<Whole> Value(Whole number) : content_(static_cast<std::int64_t>(number)) {}
  template <class T>
  Value(const std::optional<T>& value) : Value(value ? Value(*value) : Value()) {}

  [[nodiscard]] const Content& content() const { return content_; }

 private:
  Content content_;
};
using Values = std::span<const Value>;

/// A row of an answer; valid until the next one. Columns count from 0. Null reads as 0 or as empty text.
class Row {
 public:
  [[nodiscard]] virtual bool is_null(int column) const = 0;
  [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
  [[nodiscard]] virtual std::string_view text(int column) const = 0;

  [[nodiscard]] std::string string(int column) const { return std::string(text(column)); }
  [[nodiscard]] Date day(int column) const { return day_of(integer(column)); }
  [[nodiscard]] std::chrono::sys_seconds instant(int column) const { return instant_of(integer(column)); }
  [[nodiscard]] Slot slot(int column) const { return Slot(static_cast<std::uint32_t>(integer(column))); }
  [[nodiscard]] AccountId account(int column) const {
    return AccountId(static_cast<std::uint32_t>(integer(column)));
  }
  [[nodiscard]] std::optional<std::string> optional_string(int column) const {
    return is_null(column) ? std::nullopt : std::optional(string(column));
  }

 protected:
  ~Row() = default;
};
using RowVisit = std::function<bool(const Row&)>;

/// Many rows on their way into one table. While one is open its connection takes no other statement. One that
/// is destroyed before `finish` leaves its transaction to be rolled back.
class RowSink {
 public:
  RowSink() = default;
  RowSink(const RowSink&) = delete;
  RowSink& operator=(const RowSink&) = delete;
  virtual ~RowSink() = default;

  /// In the order of the columns named.
  virtual void row(Values cells) = 0;
  virtual void finish() = 0;

  template <class... Cells>
  void row(const Cells&... cells) {
    const Value values[] = {Value(cells)...};
    row(Values(values));
  }
};

/// What a connection throws: the database's refusal, as the port tells it (app/database.hpp).
class SqlError : public std::exception {
 public:
  explicit SqlError(Error error) : error_(std::move(error)) {}
  [[nodiscard]] const Error& error() const { return error_; }
  [[nodiscard]] const char* what() const noexcept override { return "the database refused"; }

 private:
  Error error_;
};

/// The commit itself failed: whether the transaction was kept is not known.
class CommitOutcomeUnknown final : public SqlError {
 public:
  using SqlError::SqlError;
};

/// For one thread at a time. Everything throws SqlError.
class Connection {
 public:
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  virtual ~Connection() = default;

  /// The address as it may be shown.
  [[nodiscard]] const std::string& url() const { return url_; }

  /// Connects anew if the connection broke.
  virtual void ensure_connected() = 0;

  /// Begins a transaction that sees one state throughout.
  virtual void begin_read() = 0;
  /// Begins a transaction that changes rows which others may not want at the same time.
  virtual void begin_write() = 0;
  /// Begins a transaction of acts: no other one of acts begins until it ends.
  virtual void begin_act() = 0;
  /// Throws CommitOutcomeUnknown where a failure leaves open whether all of it was kept.
  virtual void commit() = 0;
  virtual void rollback() noexcept = 0;
  /// Tells other processes, with the commit, that there was an act.
  virtual void announce_act() {}

  /// Runs a statement that gives no rows. It may wait to be sent together with what follows it: its error is
  /// then thrown by a later call, `commit` at the latest.
  virtual void execute(std::string_view sql, Values values = {}) = 0;
  /// Visits the rows of an answer that fits into memory, until `visit` says false.
  virtual void each_row(std::string_view sql, Values values, const RowVisit& visit) = 0;
  /// The same for an answer of any length; only within a transaction, and no other statement meanwhile.
  virtual void stream_rows(std::string_view sql, Values values, const RowVisit& visit) = 0;
  [[nodiscard]] virtual std::unique_ptr<RowSink> insert(std::string_view table, std::string_view columns) = 0;

  /// One row; as `execute`.
  template <class... Cells>
  void insert_row(std::string_view table, std::string_view columns, const Cells&... cells) {
    const Value values[] = {Value(cells)...};
    execute(insert_statement(table, columns, sizeof...(cells)), Values(values));
  }

  /// "table.column" for each column of each table there is.
  [[nodiscard]] virtual std::vector<std::string> columns() = 0;
  /// Seconds since 1970 by the clock that all connections to the database share.
  [[nodiscard]] virtual std::int64_t clock() = 0;
  /// Settings for good, once the database is known to be ours; its schema is in place.
  virtual void settle() = 0;
  /// The engine's own look at its structures: a line for each thing wrong.
  [[nodiscard]] virtual std::vector<std::string> integrity() = 0;

  // ---- What is built on these

  /// The one number that `sql` asks for.
  [[nodiscard]] std::int64_t number(std::string_view sql, std::initializer_list<Value> values = {});
  /// Whether the answer has any row.
  [[nodiscard]] bool any(std::string_view sql, std::initializer_list<Value> values);
  void execute(std::string_view sql, std::initializer_list<Value> values) {
    execute(sql, Values(values.begin(), values.size()));
  }

  /// Hands every row as `read` makes it, which returns a Result, to `take`, which does too; ends at the first
  /// error of either.
  template <class Read, class Take>
  [[nodiscard]] Result<> each(std::string_view sql, std::initializer_list<Value> values, Read&& read,
                              Take&& take) {
    Result<> state = ok();
    stream_rows(sql, Values(values.begin(), values.size()), [&](const Row& row) {
      auto one = read(row);
      if (one)
        state = take(std::move(one).value());
      else
        state = one.error();
      return state.has_value();
    });
    return state;
  }
  /// Every row as `read` makes it, of an answer that fits into memory.
  template <class Read>
  auto rows(std::string_view sql, std::initializer_list<Value> values, Read&& read)
      -> Result<std::vector<typename decltype(read(std::declval<const Row&>()))::value_type>> {
    std::vector<typename decltype(read(std::declval<const Row&>()))::value_type> found;
    Result<> state = ok();
    each_row(sql, Values(values.begin(), values.size()), [&](const Row& row) {
      auto one = read(row);
      if (!one) {
        state = one.error();
        return false;
      }
      found.push_back(std::move(one).value());
      return true;
    });
    if (state.has_error()) return state.error();
    return found;
  }

 protected:
  explicit Connection(std::string url) : url_(std::move(url)) {}

  [[nodiscard]] static std::string insert_statement(std::string_view table, std::string_view columns,
                                                    std::size_t cells);

 private:
  std::string url_;
};

/// Of an answer that has one row or none.
template <class T>
[[nodiscard]] std::optional<T> at_most_one(std::vector<T>&& found) {
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

/// Rolls back unless committed.
class Transaction {
 public:
  enum class Kind : std::uint8_t { read, write, act };

  Transaction(Connection& connection, Kind kind);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();

  void commit();

 private:
  Connection& connection_;
  bool open_ = true;
};

}  // namespace nucong::store
