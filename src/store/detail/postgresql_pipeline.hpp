// Statements on their way to a PostgreSQL server: sent together, so that an act of ten statements waits for
// its server once or twice (libpq's pipeline mode).
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "store/detail/postgresql_answer.hpp"

namespace nucong::store {

/// Of one connection. Everything throws SqlError; the first refusal makes the server leave out all that was
/// sent after it.
class PostgresqlPipeline {
 public:
  /// Of a connection that is new or was made anew.
  void reset(PGconn* connection, const std::string& url);

  /// Puts a statement behind those that wait. Texts are copied.
  void send(std::string_view sql, Values values);
  /// Takes in the answers to all that was sent; the last one is returned.
  Answer receive();
  /// Likewise for a commit, which was sent last: throws CommitOutcomeUnknown if only the commit itself, or
  /// the connection, failed.
  void receive_commit();
  /// After a refusal: has the server forget the statements that were prepared before. Outside of
  /// transactions.
  void forget_refused();
  /// Takes in what is there and lets a statement of another kind have the connection.
  void leave();

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  struct Received {
    Answer last;
    std::optional<Error> refusal;
    std::size_t before_refusal = 0;  // statements that succeeded
  };

  [[noreturn]] void lost();
  void check(int sent);
  /// The name under which the server knows the statement; empty for one that is sent whole.
  [[nodiscard]] std::string prepared(std::string_view sql);
  [[nodiscard]] Received take_answers();
  /// The answer to the next statement that was sent, read to its end.
  [[nodiscard]] Answer next_answer();

  PGconn* connection_ = nullptr;
  std::string url_;
  bool piped_ = false;
  std::size_t waiting_ = 0;
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> prepared_;
  std::size_t names_ = 0;
  bool was_refused_ = false;
};

}  // namespace nucong::store
