// Asks the real server what plain-text cases ask, each over a small confederation of its own, and compares
// every answer. A case file holds exchanges, one below the other:
//   // words about it
//   // as hoa                 with the session of that name: kept from the exchange in which it began
//   // lines 5                as many lines of the answer stand in the case, unless all do
//   // events 2               what is asked for is a stream: as many events of it are heard
//   GET /api/kinds            the request line, without version
//   Accept: text/csv          its fields; Host is added if it is not there, and Content-Type where a body
//   follows
//                             an empty line, then the body
//   ---
//   200                       the status, and the fields that a client goes by
//   Content-Type: text/csv
//   ---
//   the body, an object of an array a line; a version reads "*"
//   ===
// "{etag}" in a request is the ETag of the exchange before it; "{link}", "{token}", "{revision}",
// "{account}",
// "{secret}" and "{recovery}" are what an answer held last under that name, "{code}" is what a telephone with
// the secret shows, "{long}" is 20,000 letters. Instants, and what is another one in every run, read "*".
//
// usage: run_http_cases PROGRAM DIRECTIVE [--signed | --first] [--rebaseline] CASE...
// DIRECTIVE is the text that the confederation of the demo is given to work on.
// --signed: people sign in; without it nobody does.
// --first: people sign in, and there is nobody yet: two units, known for a month, and the link that
// makes the first administrator.
// --rebaseline writes what was answered into the case files, to be read before it is committed.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "golden/golden.hpp"
#include "http/replay.hpp"

namespace fs = std::filesystem;
using nucong::golden::contents;
using nucong::golden::show_difference;
using nucong::http_cases::Replay;
using nucong::http_cases::Served;

namespace {

constexpr const char* database = "nucong.db";
constexpr const char* before = "before.db";
constexpr const char* first_units =
    "code,name,kind,parent,from\n"
    "TLD,Tổng Liên đoàn (mẫu),confederation,,2023-01-01\n";
constexpr const char* more_units =
    "code,name,kind,parent,from\n"
    "HNI,LĐLĐ thành phố Hà Nội,provincial,TLD,2023-01-01\n";

enum class Door : std::uint8_t { open, signed_in, first };

struct Order {
  std::string program;
  fs::path directive;
  std::vector<fs::path> cases;
  Door door = Door::open;
  bool rebaseline = false;
};

bool nucong(const std::string& program, const std::string& words, const std::string& today = "2026-11-01") {
  const std::string command = "'" + program + "' --today " + today + " " + words + " > before.log 2>&1";
  if (std::system(command.c_str()) == 0) return true;
  std::cout << "nucong " << words << "\n" << contents("before.log");
  return false;
}

// What every case begins with.
bool prepare(const Order& order) {
  if (order.door == Door::first) {
    std::ofstream("units.csv") << first_units;
    std::ofstream("more.csv") << more_units;
    if (!nucong(order.program, "unit import units.csv", "2026-10-01") ||
        !nucong(order.program, "unit import more.csv", "2026-10-01"))
      return false;
  } else {
    const std::string adopt = "directive adopt '" + order.directive.string() + "' --issuer TLD --period 2025";
    if (!nucong(order.program, "demo") || !nucong(order.program, adopt)) return false;
  }
  fs::rename(database, before);
  return true;
}

// Whether it answered as the case says, and ended well.
bool passes(const Order& order, const fs::path& path) {
  for (const char* more : {"", "-wal", "-shm"}) fs::remove(std::string(database) + more);
  fs::copy_file(before, database);
  std::vector<std::string> words;
  if (order.door == Door::open) words.emplace_back("--without-sign-in");
  Served served(order.program, words);
  const std::string expected = contents(path);
  const std::string answered = Replay(served).of(path);
  if (const int status = served.ended(); status != 0) {
    std::cout << path.filename().string() << ": the server ended with status " << status << ":\n"
              << contents("serve.log");
    return false;
  }
  if (answered == expected) return true;
  if (order.rebaseline) {
    std::ofstream(path) << answered;
    std::cout << "rewritten: " << path.filename().string() << "\n";
    return true;
  }
  std::cout << "FAILED " << path.filename().string() << "\n";
  show_difference(expected, answered);
  return false;
}

int run(const Order& order) {
  if (!prepare(order)) return 1;
  int failed = 0;
  for (const auto& path : order.cases)
    if (!passes(order, path)) ++failed;
  std::cout << order.cases.size() << " cases, " << failed << " failed\n";
  return failed == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 3) return 2;
  Order order{fs::absolute(arguments[0]), fs::absolute(arguments[1]), {}};
  for (std::size_t i = 2; i < arguments.size(); ++i) {
    if (arguments[i] == "--signed")
      order.door = Door::signed_in;
    else if (arguments[i] == "--first")
      order.door = Door::first;
    else if (arguments[i] == "--rebaseline")
      order.rebaseline = true;
    else
      order.cases.push_back(fs::absolute(arguments[i]));
  }
  const fs::path here = fs::current_path();
  const fs::path folder = fs::temp_directory_path() / ("nucong-http-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  fs::current_path(folder);
  const int status = run(order);
  fs::current_path(here);
  fs::remove_all(folder);
  return status;
}
