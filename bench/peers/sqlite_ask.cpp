// sqlite_ask DATABASE QUESTION.sql TIMES ANSWERS NAME=VALUE...: asks SQLite one question, warmed, as often as
// the environment says (see measure.bash), and writes one time in ms a line to TIMES and the answer as CSV to
// ANSWERS.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <sqlite3.h>

namespace {

using Database = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;
using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

Database open(const char* path) {
  sqlite3* handle = nullptr;
  if (sqlite3_open_v2(path, &handle, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK)
    throw std::runtime_error(std::string("cannot open ") + path);
  Database database(handle, sqlite3_close);
  sqlite3_exec(handle,
               "pragma mmap_size = 17179869184; pragma cache_size = -2000000; pragma temp_store = memory",
               nullptr, nullptr, nullptr);
  return database;
}

std::string content(const char* path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

Statement prepare(sqlite3* database, const std::string& question) {
  sqlite3_stmt* handle = nullptr;
  if (sqlite3_prepare_v2(database, question.c_str(), -1, &handle, nullptr) != SQLITE_OK)
    throw std::runtime_error(sqlite3_errmsg(database));
  return {handle, sqlite3_finalize};
}

// A question need not have a place for every value.
void bind(sqlite3_stmt* statement, const std::string& assignment) {
  const auto equals = assignment.find('=');
  const int place = sqlite3_bind_parameter_index(statement, (":" + assignment.substr(0, equals)).c_str());
  const std::string value = assignment.substr(equals + 1);
  if (place != 0) sqlite3_bind_text(statement, place, value.c_str(), -1, SQLITE_TRANSIENT);
}

// All answers are whole numbers, row by row.
std::vector<std::int64_t> answer(sqlite3_stmt* statement) {
  std::vector<std::int64_t> numbers;
  const int columns = sqlite3_column_count(statement);
  int state = sqlite3_step(statement);
  for (; state == SQLITE_ROW; state = sqlite3_step(statement))
    for (int column = 0; column < columns; ++column)
      numbers.push_back(sqlite3_column_int64(statement, column));
  if (state != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(sqlite3_db_handle(statement)));
  sqlite3_reset(statement);
  return numbers;
}

void write_answer(const char* path, sqlite3_stmt* statement) {
  std::ofstream out(path);
  const int columns = sqlite3_column_count(statement);
  for (int column = 0; column < columns; ++column)
    out << (column == 0 ? "" : ",") << sqlite3_column_name(statement, column);
  int column = 0;
  for (const std::int64_t number : answer(statement)) {
    out << (column == 0 ? "\n" : ",") << number;
    column = (column + 1) % columns;
  }
  out << '\n';
}

double milliseconds(sqlite3_stmt* statement) {
  const auto start = std::chrono::steady_clock::now();
  answer(statement);
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

double limit(const char* name) {
  const char* text = std::getenv(name);
  if (text == nullptr) throw std::runtime_error(std::string(name) + " is not set");
  return std::stod(text);
}

void write_times(const char* path, sqlite3_stmt* statement) {
  const double fits = limit("BUDGET_MS") / milliseconds(statement);
  const auto runs = static_cast<int>(std::clamp(fits, limit("LEAST_RUNS"), limit("FAST_RUNS")));
  std::ofstream out(path);
  for (int run = 0; run < runs; ++run) out << milliseconds(statement) << '\n';
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 5)
    throw std::runtime_error("usage: sqlite_ask DATABASE QUESTION.sql TIMES ANSWERS NAME=VALUE...");
  const Database database = open(argv[1]);
  const Statement statement = prepare(database.get(), content(argv[2]));
  for (int i = 5; i < argc; ++i) bind(statement.get(), argv[i]);
  write_answer(argv[4], statement.get());
  write_times(argv[3], statement.get());
  return EXIT_SUCCESS;
} catch (const std::exception& failure) {
  std::cerr << "sqlite_ask: " << failure.what() << '\n';
  return EXIT_FAILURE;
}
