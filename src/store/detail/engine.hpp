// What SQLite and PostgreSQL do differently. Everything else is the same SQL for both (SqlStore).
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <semaphore>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/error.hpp"

namespace soci {
class session;
class soci_error;
}  // namespace soci

namespace nucong::store {

/// How long a writer waits for another one.
inline constexpr int wait_for_writer_ms = 5000;

[[nodiscard]] constexpr std::int64_t day_number(Date day) {
  return day.time_since_epoch().count();
}
[[nodiscard]] constexpr Date day_of(std::int64_t number) {
  return Date(std::chrono::days(static_cast<std::chrono::days::rep>(number)));
}

/// The value of a parameter $1, $2, ...
using Value = std::variant<std::int64_t, std::string_view>;

/// A row of an answer; valid until the next one. Columns count from 0. Null reads as 0 or as empty text.
class Row {
 public:
  [[nodiscard]] virtual bool is_null(int column) const = 0;
  [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
  [[nodiscard]] virtual std::string_view text(int column) const = 0;

  [[nodiscard]] std::string string(int column) const { return std::string(text(column)); }
  [[nodiscard]] Date day(int column) const { return day_of(integer(column)); }
  [[nodiscard]] std::optional<std::string> optional_string(int column) const {
    return is_null(column) ? std::nullopt : std::optional(string(column));
  }

 protected:
  ~Row() = default;
};

/// Rows on their way into one table. While one is open its engine takes no other statement. One that is
/// destroyed before `finish` leaves its transaction to be rolled back.
class RowSink {
 public:
  RowSink() = default;
  RowSink(const RowSink&) = delete;
  RowSink& operator=(const RowSink&) = delete;
  virtual ~RowSink() = default;

  /// One row of whole numbers, days, texts and optionals of these, in the order of the columns named.
  template <class... Cells>
  void row(const Cells&... cells) {
    (add(cells), ...);
    end();
  }

  /// The same cell by cell. The bytes of a text stay where they are until the row has ended.
  void add_null() { null(); }
  void add(std::string_view value) { text(value); }
  void add(Date day) { integer(day_number(day)); }
  template <class Whole>
  requires std::is_integral_v<Whole>
  void add(Whole number) { integer(static_cast<std::int64_t>(number)); }
  template <class T>
  void add(const std::optional<T>& value) {
    value ? add(*value) : null();
  }
  void end() { end_row(); }

  virtual void finish() = 0;

 private:
  virtual void null() = 0;
  virtual void integer(std::int64_t number) = 0;
  virtual void text(std::string_view text) = 0;
  virtual void end_row() = 0;
};

/// Who writes next among the connections of this process to one file: they wait here, where a writer is woken
/// when the one before it is done, and not in SQLite, which looks again after ever longer pauses. Other
/// processes are not known here, so the file's own lock is taken all the same. May be given back by another
/// thread.
class WriterGate {
 public:
  class Turn {
   public:
    explicit Turn(std::shared_ptr<WriterGate> gate) : gate_(std::move(gate)) {}
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    ~Turn() { end(); }

    void end() {
      if (gate_) gate_->free_.release();
      gate_.reset();
    }

   private:
    std::shared_ptr<WriterGate> gate_;
  };

  /// Having waited in vain for `wait_for_writer_ms` it is nobody's turn: the file's lock will tell.
  [[nodiscard]] static Turn wait(const std::shared_ptr<WriterGate>& gate) {
    const bool mine = gate && gate->free_.try_acquire_for(std::chrono::milliseconds(wait_for_writer_ms));
    return Turn(mine ? gate : nullptr);
  }

 private:
  std::binary_semaphore free_{1};
};

/// One connection. Calls throw soci::soci_error, which `translate` makes an Error of ours.
class Engine {
 public:
  Engine() = default;
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;
  virtual ~Engine() = default;

  [[nodiscard]] virtual soci::session& session() = 0;
  [[nodiscard]] virtual Error translate(const soci::soci_error& error) const = 0;
  /// The address as it may be shown.
  [[nodiscard]] const std::string& url() const { return url_; }

  /// Null where the engine lets writers wait for each other itself.
  [[nodiscard]] virtual std::shared_ptr<WriterGate> writers() { return nullptr; }
  /// Makes a connection that broke anew.
  virtual void ensure_connected() = 0;
  /// Begins a transaction that sees one state throughout.
  virtual void begin_read() = 0;
  /// Begins a transaction that writes; no other one writes until it ends.
  virtual void begin_act() = 0;

  /// "table.column" for each column of each table there is.
  [[nodiscard]] virtual std::vector<std::string> columns() = 0;
  /// Settings for good, once the database is known to be ours; its schema is in place.
  virtual void settle() = 0;

  /// Streams the answer to `sql`, whose parameters first appear in order. `visit` returns false to stop.
  /// Only within a transaction.
  virtual void each_row(std::string_view sql, std::span<const Value> values,
                        const std::function<bool(const Row&)>& visit) = 0;
  [[nodiscard]] virtual std::unique_ptr<RowSink> insert(std::string_view table, std::string_view columns) = 0;

  /// The engine's own look at its structures: a line for each thing wrong.
  [[nodiscard]] virtual std::vector<std::string> integrity() = 0;

 protected:
  explicit Engine(std::string url) : url_(std::move(url)) {}

 private:
  std::string url_;
};

/// Rolls back unless committed.
class Transaction {
 public:
  enum class Kind : std::uint8_t { read, act };

  Transaction(Engine& engine, Kind kind);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();

  void commit();

 private:
  static void rollback(Engine& engine) noexcept;

  Engine& engine_;
  WriterGate::Turn turn_;
  bool open_ = true;
};

}  // namespace nucong::store
