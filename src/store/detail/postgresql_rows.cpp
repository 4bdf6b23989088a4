#include "store/detail/postgresql_rows.hpp"

#include <charconv>

#include <fmt/format.h>
#include <soci/postgresql/soci-postgresql.h>

namespace nucong::store {
namespace {

constexpr int rows_a_fetch = 2000;
constexpr std::size_t bytes_a_message = 1 << 16;

struct Clear {
  void operator()(PGresult* answer) const { PQclear(answer); }
};
using Answer = std::unique_ptr<PGresult, Clear>;

[[noreturn]] void raise(PGconn* connection, const PGresult* answer) {
  const char* state = PQresultErrorField(answer, PG_DIAG_SQLSTATE);
  throw soci::postgresql_soci_error(PQerrorMessage(connection), state == nullptr ? "     " : state);
}

Answer checked(PGconn* connection, PGresult* made, ExecStatusType expected) {
  Answer answer(made);
  if (PQresultStatus(answer.get()) != expected) raise(connection, answer.get());
  return answer;
}

class PostgresqlRow final : public Row {
 public:
  PostgresqlRow(const PGresult* answer, int row) : answer_(answer), row_(row) {}

  [[nodiscard]] bool is_null(int column) const override { return PQgetisnull(answer_, row_, column) == 1; }
  [[nodiscard]] std::string_view text(int column) const override {
    return {PQgetvalue(answer_, row_, column), static_cast<std::size_t>(PQgetlength(answer_, row_, column))};
  }
  [[nodiscard]] std::int64_t integer(int column) const override {
    const std::string_view digits = text(column);
    std::int64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
  }

 private:
  const PGresult* answer_;
  int row_;
};

void open_cursor(PGconn* connection, std::string_view sql, std::span<const Value> values) {
  std::vector<std::string> texts;
  for (const Value& value : values)
    texts.push_back(std::visit([](auto plain) { return fmt::format("{}", plain); }, value));
  std::vector<const char*> pointers;
  for (const std::string& text : texts) pointers.push_back(text.c_str());
  const std::string declare = fmt::format("DECLARE rows NO SCROLL CURSOR FOR {}", sql);
  checked(connection,
          PQexecParams(connection, declare.c_str(), static_cast<int>(pointers.size()), nullptr,
                       pointers.data(), nullptr, nullptr, 0),
          PGRES_COMMAND_OK);
}

class CopySink final : public RowSink {
 public:
  CopySink(PGconn* connection, std::string_view table, std::string_view columns) : connection_(connection) {
    const std::string copy = fmt::format("COPY {} ({}) FROM STDIN", table, columns);
    checked(connection_, PQexec(connection_, copy.c_str()), PGRES_COPY_IN);
    open_ = true;
  }
  ~CopySink() override {
    if (!open_) return;
    PQputCopyEnd(connection_, "given up");
    while (const Answer answer{PQgetResult(connection_)}) continue;
  }

  void finish() override {
    send();
    if (PQputCopyEnd(connection_, nullptr) != 1) raise(connection_, nullptr);
    open_ = false;
    const Answer answer(PQgetResult(connection_));
    while (const Answer rest{PQgetResult(connection_)}) continue;
    if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) raise(connection_, answer.get());
  }

 private:
  void null() override {
    separate();
    buffer_ += "\\N";
  }
  void integer(std::int64_t number) override {
    separate();
    fmt::format_to(std::back_inserter(buffer_), "{}", number);
  }
  void text(std::string_view text) override {
    separate();
    for (const char c : text) {
      switch (c) {
        case '\\':
          buffer_ += "\\\\";
          break;
        case '\t':
          buffer_ += "\\t";
          break;
        case '\n':
          buffer_ += "\\n";
          break;
        case '\r':
          buffer_ += "\\r";
          break;
        default:
          buffer_ += c;
      }
    }
  }
  void end_row() override {
    buffer_ += '\n';
    first_ = true;
    if (buffer_.size() >= bytes_a_message) send();
  }

  void separate() {
    if (!first_) buffer_ += '\t';
    first_ = false;
  }
  void send() {
    if (PQputCopyData(connection_, buffer_.data(), static_cast<int>(buffer_.size())) != 1)
      raise(connection_, nullptr);
    buffer_.clear();
  }

  PGconn* connection_;
  std::string buffer_;
  bool first_ = true;
  bool open_ = false;
};

}  // namespace

void each_postgresql_row(PGconn* connection, std::string_view sql, std::span<const Value> values,
                         const std::function<bool(const Row&)>& visit) {
  open_cursor(connection, sql, values);
  const std::string fetch = fmt::format("FETCH {} FROM rows", rows_a_fetch);
  for (bool more = true; more;) {
    const Answer answer = checked(connection, PQexec(connection, fetch.c_str()), PGRES_TUPLES_OK);
    const int rows = PQntuples(answer.get());
    more = rows == rows_a_fetch;
    for (int row = 0; row < rows; ++row) {
      if (visit(PostgresqlRow(answer.get(), row))) continue;
      more = false;
      break;
    }
  }
  checked(connection, PQexec(connection, "CLOSE rows"), PGRES_COMMAND_OK);
}

std::unique_ptr<RowSink> copy_into_postgresql(PGconn* connection, std::string_view table,
                                              std::string_view columns) {
  return std::make_unique<CopySink>(connection, table, columns);
}

}  // namespace nucong::store
