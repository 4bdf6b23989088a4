// Loads a server over HTTP and tells what it bore, as one row of a table.
//   nucong_http_load --server 127.0.0.1:8080 --label "scorecard, kept" --target
//   '/api/score?unit=TLD&period=2026-Q3'
// What else there is: --help. Times are of the client, on the same machine; it takes part of the processors.
#include <fstream>
#include <iostream>
#include <sstream>

#include <CLI/CLI.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/ip/address.hpp>
#include <fmt/format.h>
#include <sys/resource.h>

#include "bench/http_load/busy.hpp"
#include "bench/http_load/crowd.hpp"

namespace nucong::bench {
namespace {

struct Wish {
  std::string server = "127.0.0.1:8080";
  std::string label = "load";
  std::string lines_file;
  std::string events = "/api/events";
  Question question;
  CrowdSize crowd;
  std::size_t busy = 64;
  double seconds = 10;
  int pid = 0;
};

Wish wished(int argc, char** argv) {
  Wish wish;
  CLI::App program("Loads a server over HTTP and tells what it bore", "nucong_http_load");
  program.add_option("--server", wish.server, "address and port");
  program.add_option("--label", wish.label, "first cell of the row");
  program.add_option("--method", wish.question.method);
  program.add_option("--target", wish.question.target, "{n} is a running number, {line} a line of --lines");
  program.add_option("--body", wish.question.body, "JSON; with {n} and {line} too");
  program.add_option("--field", wish.question.fields, "\"Name: value\", also {n} and {line}; may come again");
  program.add_option("--lines", wish.lines_file, "file with what {line} stands for, one after the other");
  program.add_option("--busy", wish.busy, "connections that ask without a pause");
  program.add_option("--seconds", wish.seconds, "for how long; the last holds")->take_last();
  program.add_option("--idle", wish.crowd.idle, "connections that are open and ask nothing");
  program.add_option("--readers", wish.crowd.readers, "readers of events");
  program.add_option("--deaf", wish.crowd.deaf, "readers of events that never read");
  program.add_option("--events", wish.events, "what readers of events ask for");
  program.add_option("--pid", wish.pid, "of the server, to tell its memory");
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& wrong) {
    std::exit(program.exit(wrong));
  }
  wish.question.host = wish.server;
  std::ifstream lines(wish.lines_file);
  for (std::string line; std::getline(lines, line);) wish.question.lines.push_back(line);
  return wish;
}

boost::asio::ip::tcp::endpoint endpoint_of(const std::string& server) {
  const auto colon = server.rfind(':');
  return {boost::asio::ip::make_address(server.substr(0, colon)),
          static_cast<std::uint16_t>(std::stoi(server.substr(colon + 1)))};
}

/// What the process `pid` holds, in KiB; 0 if none is named.
std::size_t resident_kib(int pid) {
  if (pid == 0) return 0;
  std::ifstream status("/proc/" + std::to_string(pid) + "/status");
  for (std::string word; status >> word;)
    if (word == "VmRSS:") {
      std::size_t kib = 0;
      status >> kib;
      return kib;
    }
  throw std::runtime_error("/proc does not tell the memory of " + std::to_string(pid));
}

void allow_many_files() {
  rlimit files{};
  ::getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &files);
}

std::string told(const std::map<unsigned, std::size_t>& statuses) {
  std::string text;
  for (const auto& [status, count] : statuses)
    text += fmt::format("{}{} x {}", text.empty() ? "" : ", ", status, count);
  return text.empty() ? "none" : text;
}

std::string crowd_memory(const Wish& wish, std::size_t before, std::size_t after) {
  if (wish.pid == 0 || wish.crowd.all() == 0) return "–";
  const double kib = static_cast<double>(after) - static_cast<double>(before);
  return fmt::format("{:.1f}", kib / static_cast<double>(wish.crowd.all()));
}

int load(const Wish& wish) {
  allow_many_files();
  boost::asio::io_context io(1);
  const auto stays_open = boost::asio::make_work_guard(io);
  const auto server = endpoint_of(wish.server);
  Question events;
  events.host = wish.server;
  events.target = wish.events;
  events.fields = wish.question.fields;

  const std::size_t before = resident_kib(wish.pid);
  Crowd crowd(io, server);
  std::exception_ptr failed;
  bool gathered = false;
  boost::asio::co_spawn(io, crowd.gather(wish.crowd, events), [&](const std::exception_ptr& why) {
    failed = why;
    gathered = true;
  });
  while (!gathered) io.run_one();
  if (failed) std::rethrow_exception(failed);
  const std::size_t after = resident_kib(wish.pid);

  Busy busy(io, server, wish.question);
  busy.start(wish.busy, std::chrono::duration<double>(wish.seconds));
  while (!busy.over()) io.run_one();
  Outcome& outcome = busy.outcome();
  std::cout << fmt::format("| {} | {} + {} | {:.0f} | {:.2f} | {:.2f} | {} | {} | {} |\n", wish.label,
                           wish.busy, wish.crowd.all(), outcome.per_second(), outcome.percentile(0.5),
                           outcome.percentile(0.99), told(outcome.statuses),
                           crowd_memory(wish, before, after), outcome.broken + crowd.readers_gone());
  crowd.leave();
  return outcome.broken == 0 ? 0 : 1;
}

}  // namespace
}  // namespace nucong::bench

int main(int argc, char** argv) {
  try {
    return nucong::bench::load(nucong::bench::wished(argc, argv));
  } catch (const std::exception& wrong) {
    std::cerr << "nucong_http_load: " << wrong.what() << "\n";
    return 1;
  }
}
