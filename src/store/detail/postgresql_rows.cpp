#include "store/detail/postgresql_rows.hpp"

#include <charconv>

#include <fmt/format.h>
#include <soci/postgresql/soci-postgresql.h>

namespace nucong::store {
namespace {

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

// Leaves the connection free for the next statement. One that says it is still copying ran out of memory, and
// would say so forever.
void discard_answers(PGconn* connection) {
  for (;;) {
    const Answer answer(PQgetResult(connection));
    if (answer == nullptr || PQresultStatus(answer.get()) == PGRES_COPY_OUT) return;
  }
}

void finish_copy(PGconn* connection) {
  const Answer answer(PQgetResult(connection));
  discard_answers(connection);
  if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) raise(connection, answer.get());
}

struct Free {
  void operator()(char* bytes) const { PQfreemem(bytes); }
};
using Bytes = std::unique_ptr<char, Free>;

std::string literal(PGconn* connection, const Value& value) {
  // In parentheses, for a sign is an operator.
  if (const auto* number = std::get_if<std::int64_t>(&value)) return fmt::format("({})", *number);
  const std::string_view text = std::get<std::string_view>(value);
  const Bytes quoted(PQescapeLiteral(connection, text.data(), text.size()));
  if (quoted == nullptr) raise(connection, nullptr);
  return quoted.get();
}

// COPY takes no parameters. No statement of ours has a '$' that is not one.
std::string with_values(PGconn* connection, std::string_view sql, std::span<const Value> values) {
  std::string filled;
  for (auto mark = sql.find('$'); mark != std::string_view::npos; mark = sql.find('$')) {
    filled += sql.substr(0, mark);
    sql.remove_prefix(mark + 1);
    std::size_t number = 0;
    const auto [end, failed] = std::from_chars(sql.data(), sql.data() + sql.size(), number);
    ENSURE(failed == std::errc{} && number >= 1 && number <= values.size());
    filled += literal(connection, values[number - 1]);
    sql.remove_prefix(static_cast<std::size_t>(end - sql.data()));
  }
  return filled.append(sql);
}

// A line of COPY's text format, taken apart where it stands: fields end with tabs, the line with a newline,
// and what would be taken for either is escaped.
class CopiedRow final : public Row {
 public:
  void take_apart(std::span<char> line) {
    fields_.clear();
    std::span<char> rest = line.first(line.size() - 1);
    for (auto tab = view(rest).find('\t'); tab != std::string_view::npos; tab = view(rest).find('\t')) {
      fields_.push_back(field(rest.first(tab)));
      rest = rest.subspan(tab + 1);
    }
    fields_.push_back(field(rest));
  }

  [[nodiscard]] bool is_null(int column) const override { return at(column).data() == nullptr; }
  [[nodiscard]] std::string_view text(int column) const override { return at(column); }
  [[nodiscard]] std::int64_t integer(int column) const override {
    const std::string_view digits = at(column);
    std::int64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
  }

 private:
  static std::string_view view(std::span<const char> bytes) { return {bytes.data(), bytes.size()}; }

  static std::string_view field(std::span<char> escaped) {
    const auto first = view(escaped).find('\\');
    if (first == std::string_view::npos) return view(escaped);
    if (view(escaped) == "\\N") return {};
    std::size_t size = first;
    for (std::size_t from = first; from < escaped.size(); ++from)
      escaped[size++] = escaped[from] == '\\' ? unescaped(escaped[++from]) : escaped[from];
    return view(escaped.first(size));
  }
  // Of the letters only those that the server writes; a character that stands for itself is escaped too.
  static char unescaped(char letter) {
    switch (letter) {
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case 'v':
        return '\v';
      default:
        return letter;
    }
  }

  [[nodiscard]] std::string_view at(int column) const { return fields_[static_cast<std::size_t>(column)]; }

  std::vector<std::string_view> fields_;  // null points nowhere
};

// The connection takes no other statement until the answer has been read to its end.
class CopySource final {
 public:
  CopySource(PGconn* connection, const std::string& sql) : connection_(connection) {
    const std::string copy = fmt::format("COPY ({}) TO STDOUT", sql);
    checked(connection_, PQexec(connection_, copy.c_str()), PGRES_COPY_OUT);
    open_ = true;
  }
  CopySource(const CopySource&) = delete;
  CopySource& operator=(const CopySource&) = delete;
  // Who stops early has found the database damaged, or asked for a row or two. Asking the server to cancel
  // might hit the statement after this one.
  ~CopySource() {
    if (!open_) return;
    while (!line().empty()) continue;
    discard_answers(connection_);
  }

  // The next line, valid until the one after it; empty at the end.
  std::span<char> line() {
    char* bytes = nullptr;
    const int size = PQgetCopyData(connection_, &bytes, 0);
    line_.reset(bytes);
    return {bytes, size > 0 ? static_cast<std::size_t>(size) : 0};
  }
  void finish() {
    open_ = false;
    finish_copy(connection_);
  }

 private:
  PGconn* connection_;
  Bytes line_;
  bool open_ = false;
};

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
    discard_answers(connection_);
  }

  void finish() override {
    send();
    if (PQputCopyEnd(connection_, nullptr) != 1) raise(connection_, nullptr);
    open_ = false;
    finish_copy(connection_);
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
  CopySource source(connection, with_values(connection, sql, values));
  CopiedRow row;
  for (auto line = source.line(); !line.empty(); line = source.line()) {
    row.take_apart(line);
    if (!visit(row)) return;
  }
  source.finish();
}

std::unique_ptr<RowSink> copy_into_postgresql(PGconn* connection, std::string_view table,
                                              std::string_view columns) {
  return std::make_unique<CopySink>(connection, table, columns);
}

}  // namespace nucong::store
