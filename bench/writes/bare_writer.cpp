// bare_writer URL WRITERS SECONDS: how many times a second the rows of a sent report are kept by a client
// that does nothing else: no HTTP, no rule, no check, no savepoint. WRITERS threads each wait until theirs
// are on disk; whoever comes while a commit is under way joins the next one. Prints "COUNT COMMITS" a second.
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <mutex>
#include <span>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <libpq-fe.h>
#include <sqlite3.h>

namespace {

using Group = std::span<const long>;

[[noreturn]] void fail(const char* why) {
  std::fprintf(stderr, "bare_writer: %s\n", why);
  std::exit(1);
}

const std::string figures = "A03=120 A04=80";
const std::string hash(64, 'a');

constexpr const char* tables[] = {
    "CREATE TABLE act (sequence BIGINT PRIMARY KEY, kind TEXT, day INTEGER, summary TEXT)",
    "CREATE TABLE report (unit BIGINT, period TEXT, version INTEGER, form TEXT, figures TEXT, sequence "
    "BIGINT, "
    "PRIMARY KEY (unit, period, version))",
    "CREATE INDEX report_sequence ON report (sequence)",
    "CREATE TABLE audit (sequence BIGINT PRIMARY KEY, at BIGINT, deed TEXT, summary TEXT, previous TEXT, "
    "hash TEXT)",
    "CREATE TABLE report_draft (unit BIGINT, period TEXT, figures TEXT, is_open INTEGER, PRIMARY KEY (unit, "
    "period))"};
constexpr const char* statements[] = {
    "INSERT INTO act VALUES ($1, 'report.submit', 20000, '1 report')",
    "INSERT INTO report VALUES ($1, '2026-Q1', 1, 'NC-Q', $2, $1)",
    "INSERT INTO audit VALUES ($1, 1780000000, 'report.submit', 'version 1', $2, $2)",
    "INSERT INTO report_draft VALUES ($1, '2026-Q1', $2, 0)"};

/// What $2 stands for: in the audit log a hash.
const char* text_of(bool is_audit) {
  return is_audit ? hash.c_str() : figures.c_str();
}

class Sqlite {
 public:
  explicit Sqlite(const std::string& path) {
    if (sqlite3_open(path.c_str(), &connection_) != SQLITE_OK) fail("cannot open the file");
    run("PRAGMA journal_mode = WAL");
    run("PRAGMA synchronous = FULL");
    run("PRAGMA wal_autocheckpoint = 4000");
    for (const char* sql : tables) run(sql);
    for (const char* sql : statements) {
      sqlite3_stmt* prepared = nullptr;
      if (sqlite3_prepare_v2(connection_, sql, -1, &prepared, nullptr) != SQLITE_OK) fail(sql);
      prepared_.push_back(prepared);
    }
  }
  void commit(Group group) {
    run("BEGIN IMMEDIATE");
    for (const long number : group)
      for (sqlite3_stmt* statement : prepared_) {
        for (int at = 1; at <= sqlite3_bind_parameter_count(statement); ++at) {
          const std::string name = sqlite3_bind_parameter_name(statement, at);
          if (name == "$1") sqlite3_bind_int64(statement, at, number);
          if (name == "$2") sqlite3_bind_text(statement, at, text_of(statement == prepared_[2]), -1, nullptr);
        }
        if (sqlite3_step(statement) != SQLITE_DONE) fail(sqlite3_errmsg(connection_));
        sqlite3_reset(statement);
      }
    run("COMMIT");
  }

 private:
  void run(const char* sql) {
    if (sqlite3_exec(connection_, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
      fail(sqlite3_errmsg(connection_));
  }
  sqlite3* connection_ = nullptr;
  std::vector<sqlite3_stmt*> prepared_;
};

class Postgresql {
 public:
  explicit Postgresql(const std::string& url) : connection_(PQconnectdb(url.c_str())) {
    for (const char* sql : tables) PQclear(PQexec(connection_, sql));
    for (const char* sql : statements) {
      const std::string name = "s" + std::to_string(names_.size());
      PQclear(PQprepare(connection_, name.c_str(), sql, 0, nullptr));
      names_.push_back(name);
    }
    if (PQenterPipelineMode(connection_) != 1) fail("no pipeline");
  }
  void commit(Group group) {
    send("BEGIN");
    for (const long number : group) {
      const std::string text = std::to_string(number);
      for (std::size_t i = 0; i < names_.size(); ++i) {
        const char* values[] = {text.c_str(), text_of(i == 2)};
        PQsendQueryPrepared(connection_, names_[i].c_str(), i == 0 ? 1 : 2, values, nullptr, nullptr, 0);
        ++waiting_;
      }
    }
    send("COMMIT");
    PQpipelineSync(connection_);
    for (; waiting_ > 0; --waiting_) {
      PGresult* answer = PQgetResult(connection_);
      if (PQresultStatus(answer) != PGRES_COMMAND_OK) fail(PQerrorMessage(connection_));
      PQclear(answer);
      while (PGresult* more = PQgetResult(connection_)) PQclear(more);
    }
    PQclear(PQgetResult(connection_));
  }

 private:
  void send(const char* sql) {
    PQsendQueryParams(connection_, sql, 0, nullptr, nullptr, nullptr, nullptr, 0);
    ++waiting_;
  }
  PGconn* connection_;
  std::vector<std::string> names_;
  int waiting_ = 0;
};

/// Numbers that wait to be kept, and the thread among those waiting that keeps them.
class Queue {
 public:
  explicit Queue(std::function<void(Group)> commit) : commit_(std::move(commit)) {}

  void keep() {
    std::unique_lock lock(mutex_);
    const long mine = ++last_;
    waiting_.push_back(mine);
    changed_.wait(lock, [&] { return kept_ >= mine || !committing_; });
    if (kept_ >= mine) return;
    committing_ = true;
    const auto group = std::exchange(waiting_, {});
    lock.unlock();
    commit_(group);
    lock.lock();
    kept_ = group.back();
    committing_ = false;
    ++commits_;
    changed_.notify_all();
  }
  [[nodiscard]] long kept() const { return kept_; }
  [[nodiscard]] long commits() const { return commits_; }

 private:
  std::function<void(Group)> commit_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<long> waiting_;
  long last_ = 0;
  long kept_ = 0;
  long commits_ = 0;
  bool committing_ = false;
};

void run(const std::function<void(Group)>& commit, int writers, int seconds) {
  Queue queue(commit);
  std::atomic<bool> over = false;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < writers; ++i)
      threads.emplace_back([&] {
        while (!over) queue.keep();
      });
    std::this_thread::sleep_for(std::chrono::seconds(seconds));
    over = true;
  }
  std::printf("%ld %ld\n", queue.kept() / seconds, queue.commits() / seconds);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) fail("usage: bare_writer URL WRITERS SECONDS");
  const std::string url = argv[1];
  const int writers = std::atoi(argv[2]);
  const int seconds = std::atoi(argv[3]);
  if (url.starts_with("sqlite:")) {
    Sqlite database(url.substr(7));
    run([&](Group group) { database.commit(group); }, writers, seconds);
  } else {
    Postgresql database(url);
    run([&](Group group) { database.commit(group); }, writers, seconds);
  }
}
