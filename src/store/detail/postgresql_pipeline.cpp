#include "store/detail/postgresql_pipeline.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace nucong::store {
namespace {

/// A text that is longer was made for one occasion.
constexpr std::size_t prepared_text_max = 2000;
constexpr std::size_t prepared_max = 200;
/// So many answers fit into what the system keeps for a socket, so that neither side waits for the other to
/// read.
constexpr std::size_t waiting_max = 500;

/// Values as libpq takes them.
class Parameters {
 public:
  explicit Parameters(Values values) {
    texts_.reserve(values.size());
    for (const Value& value : values) {
      const auto& content = value.content();
      if (const auto* number = std::get_if<std::int64_t>(&content))
        texts_.push_back(fmt::format("{}", *number));
      else if (const auto* text = std::get_if<std::string_view>(&content))
        texts_.emplace_back(*text);
      else
        texts_.emplace_back();
      const bool is_null = std::holds_alternative<std::monostate>(content);
      bytes_.push_back(is_null ? nullptr : texts_.back().c_str());
    }
  }
  [[nodiscard]] bool has_zero_byte() const {
    return std::ranges::any_of(texts_, [](const auto& text) { return text.find('\0') != text.npos; });
  }
  [[nodiscard]] int count() const { return static_cast<int>(bytes_.size()); }
  [[nodiscard]] const char* const* bytes() const { return bytes_.data(); }

 private:
  std::vector<std::string> texts_;
  std::vector<const char*> bytes_;
};

}  // namespace

void PostgresqlPipeline::reset(PGconn* connection, const std::string& url) {
  connection_ = connection;
  url_ = url;
  piped_ = false;
  waiting_ = 0;
  prepared_.clear();
  was_refused_ = false;
}

void PostgresqlPipeline::lost() {
  throw SqlError(refusal_of(connection_, nullptr, url_));
}

void PostgresqlPipeline::check(int sent) {
  if (sent != 1) lost();
}

std::string PostgresqlPipeline::prepared(std::string_view sql) {
  if (sql.size() > prepared_text_max) return {};
  if (const auto at = prepared_.find(sql); at != prepared_.end()) return at->second;
  if (prepared_.size() >= prepared_max) return {};
  std::string name = fmt::format("s{}", ++names_);
  check(PQsendPrepare(connection_, name.c_str(), std::string(sql).c_str(), 0, nullptr));
  ++waiting_;
  return prepared_.emplace(sql, std::move(name)).first->second;
}

void PostgresqlPipeline::send(std::string_view sql, Values values) {
  if (!piped_) check(PQenterPipelineMode(connection_));
  piped_ = true;
  if (waiting_ >= waiting_max) receive();
  const Parameters parameters(values);
  // libpq would cut it there, and PostgreSQL takes none.
  if (parameters.has_zero_byte())
    throw SqlError(
        fail(ErrorCode::store_failed, {{"url", url_}, {"detail", "a text holds a byte that is zero"}}));
  const std::string name = prepared(sql);
  check(name.empty() ? PQsendQueryParams(connection_, std::string(sql).c_str(), parameters.count(), nullptr,
                                         parameters.bytes(), nullptr, nullptr, 0)
                     : PQsendQueryPrepared(connection_, name.c_str(), parameters.count(), parameters.bytes(),
                                           nullptr, nullptr, 0));
  ++waiting_;
}

Answer PostgresqlPipeline::next_answer() {
  Answer answer(PQgetResult(connection_));
  if (answer == nullptr) lost();
  while (const Answer more{PQgetResult(connection_)}) continue;
  return answer;
}

PostgresqlPipeline::Received PostgresqlPipeline::take_answers() {
  Received received;
  if (waiting_ == 0) return received;
  check(PQpipelineSync(connection_));
  for (; waiting_ > 0; --waiting_) {
    auto answer = next_answer();
    const auto status = PQresultStatus(answer.get());
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) {
      ++received.before_refusal;
      received.last = std::move(answer);
    } else if (status != PGRES_PIPELINE_ABORTED) {
      if (!received.refusal) received.refusal = refusal_of(connection_, answer.get(), url_);
      if (PQstatus(connection_) != CONNECTION_OK) return received;
    }
  }
  const Answer synced(PQgetResult(connection_));
  if (PQresultStatus(synced.get()) != PGRES_PIPELINE_SYNC) lost();
  // Which of its statements the server knows is not worth finding out.
  if (received.refusal) {
    prepared_.clear();
    was_refused_ = true;
  }
  return received;
}

Answer PostgresqlPipeline::receive() {
  auto received = take_answers();
  if (received.refusal) throw SqlError(*std::move(received.refusal));
  return std::move(received.last);
}

void PostgresqlPipeline::receive_commit() {
  const std::size_t sent = waiting_;
  Received received;
  try {
    received = take_answers();
  } catch (const SqlError& refusal) {
    throw CommitOutcomeUnknown(refusal.error());
  }
  if (!received.refusal) {
    // A transaction that failed before answers a commit by rolling back.
    ENSURE(std::string_view(PQcmdStatus(received.last.get())) == "COMMIT");
    return;
  }
  const bool at_commit = received.before_refusal + 1 == sent || PQstatus(connection_) != CONNECTION_OK;
  if (at_commit) throw CommitOutcomeUnknown(*std::move(received.refusal));
  throw SqlError(*std::move(received.refusal));
}

void PostgresqlPipeline::forget_refused() {
  if (!std::exchange(was_refused_, false)) return;
  prepared_.clear();
  send("DEALLOCATE ALL", {});
  receive();
  prepared_.clear();  // that one is gone, too
}

void PostgresqlPipeline::leave() {
  if (!piped_) return;
  receive();
  check(PQexitPipelineMode(connection_));
  piped_ = false;
}

}  // namespace nucong::store
