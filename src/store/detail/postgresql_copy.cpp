#include "store/detail/postgresql_copy.hpp"

#include <charconv>

#include <fmt/format.h>

namespace nucong::store {
namespace {

constexpr std::size_t bytes_a_message = 1 << 16;

/// A connection, and what it is called in errors.
struct Server {
  PGconn* connection;
  std::string url;
};

[[noreturn]] void raise(const Server& server, const PGresult* answer) {
  throw SqlError(refusal_of(server.connection, answer, server.url));
}

void check(const Server& server, PGresult* made, ExecStatusType expected) {
  const Answer answer(made);
  if (PQresultStatus(answer.get()) != expected) raise(server, answer.get());
}

// Leaves the connection free for the next statement. One that says it is still copying ran out of memory, and
// would say so forever.
void discard_answers(PGconn* connection) {
  for (;;) {
    const Answer answer(PQgetResult(connection));
    if (answer == nullptr || PQresultStatus(answer.get()) == PGRES_COPY_OUT) return;
  }
}

void finish_copy(const Server& server) {
  const Answer answer(PQgetResult(server.connection));
  discard_answers(server.connection);
  if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) raise(server, answer.get());
}

struct Free {
  void operator()(char* bytes) const { PQfreemem(bytes); }
};
using Bytes = std::unique_ptr<char, Free>;

std::string literal(const Server& server, const Value& value) {
  const auto& content = value.content();
  // In parentheses, for a sign is an operator.
  if (const auto* number = std::get_if<std::int64_t>(&content)) return fmt::format("({})", *number);
  const auto* text = std::get_if<std::string_view>(&content);
  if (text == nullptr) return "NULL";
  const Bytes quoted(PQescapeLiteral(server.connection, text->data(), text->size()));
  if (quoted == nullptr) raise(server, nullptr);
  return quoted.get();
}

// COPY takes no parameters. No statement of ours has a '$' that is not one.
std::string with_values(const Server& server, std::string_view sql, Values values) {
  std::string filled;
  for (auto mark = sql.find('$'); mark != std::string_view::npos; mark = sql.find('$')) {
    filled += sql.substr(0, mark);
    sql.remove_prefix(mark + 1);
    std::size_t number = 0;
    const auto [end, failed] = std::from_chars(sql.data(), sql.data() + sql.size(), number);
    ENSURE(failed == std::errc{} && number >= 1 && number <= values.size());
    filled += literal(server, values[number - 1]);
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
  CopySource(const Server& server, const std::string& sql) : server_(server) {
    const std::string copy = fmt::format("COPY ({}) TO STDOUT", sql);
    check(server_, PQexec(server_.connection, copy.c_str()), PGRES_COPY_OUT);
    open_ = true;
  }
  CopySource(const CopySource&) = delete;
  CopySource& operator=(const CopySource&) = delete;
  // Who stops early has found the database damaged, or asked for a row or two. Asking the server to cancel
  // might hit the statement after this one.
  ~CopySource() {
    if (!open_) return;
    while (!line().empty()) continue;
    discard_answers(server_.connection);
  }

  // The next line, valid until the one after it; empty at the end.
  std::span<char> line() {
    char* bytes = nullptr;
    const int size = PQgetCopyData(server_.connection, &bytes, 0);
    line_.reset(bytes);
    return {bytes, size > 0 ? static_cast<std::size_t>(size) : 0};
  }
  void finish() {
    open_ = false;
    finish_copy(server_);
  }

 private:
  const Server& server_;
  Bytes line_;
  bool open_ = false;
};

class CopySink final : public RowSink {
 public:
  CopySink(Server server, std::string_view table, std::string_view columns) : server_(std::move(server)) {
    const std::string copy = fmt::format("COPY {} ({}) FROM STDIN", table, columns);
    check(server_, PQexec(server_.connection, copy.c_str()), PGRES_COPY_IN);
    open_ = true;
  }
  ~CopySink() override {
    if (!open_) return;
    PQputCopyEnd(server_.connection, "given up");
    discard_answers(server_.connection);
  }

  using RowSink::row;
  void row(Values cells) override {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) buffer_ += '\t';
      add(cells[i]);
    }
    buffer_ += '\n';
    if (buffer_.size() >= bytes_a_message) send();
  }

  void finish() override {
    send();
    if (PQputCopyEnd(server_.connection, nullptr) != 1) raise(server_, nullptr);
    open_ = false;
    finish_copy(server_);
  }

 private:
  void add(const Value& value) {
    const auto& content = value.content();
    if (const auto* number = std::get_if<std::int64_t>(&content))
      fmt::format_to(std::back_inserter(buffer_), "{}", *number);
    else if (const auto* text = std::get_if<std::string_view>(&content))
      add_escaped(*text);
    else
      buffer_ += "\\N";
  }
  void add_escaped(std::string_view text) {
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
  void send() {
    if (PQputCopyData(server_.connection, buffer_.data(), static_cast<int>(buffer_.size())) != 1)
      raise(server_, nullptr);
    buffer_.clear();
  }

  Server server_;
  std::string buffer_;
  bool open_ = false;
};

}  // namespace

void stream_postgresql_rows(PGconn* connection, const std::string& url, std::string_view sql, Values values,
                            const RowVisit& visit) {
  const Server server{connection, url};
  CopySource source(server, with_values(server, sql, values));
  CopiedRow row;
  for (auto line = source.line(); !line.empty(); line = source.line()) {
    row.take_apart(line);
    if (!visit(row)) return;
  }
  source.finish();
}

std::unique_ptr<RowSink> copy_into_postgresql(PGconn* connection, const std::string& url,
                                              std::string_view table, std::string_view columns) {
  return std::make_unique<CopySink>(Server{connection, url}, table, columns);
}

}  // namespace nucong::store
