// port_writer URL WRITERS SECONDS: how many reports a second are sent through the port of the database
// (app/database.hpp), each with its audit note, by WRITERS threads that wait until theirs is on disk: what
// the server does without HTTP and the rules of forms. Prints the count a second.
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "secrets/system_secrets.hpp"
#include "store/open.hpp"

namespace nucong {
namespace {

Result<> send(app::Database& database, std::uint32_t unit) {
  const Date day = make_date(2026, 11, 1);
  app::StoredReport report{.unit = Slot(unit), .period = Period::parse("2026-Q1").value()};
  report.version = 1;
  report.form = "NC-Q";
  report.received = day;
  report.by = "đo";
  report.figures = "A03=120 A04=80";
  return database.act([&](app::Writer& writer) -> Result<> {
    TRY(writer.submit({&report, 1}, day));
    TRY(writer.drop_draft(report.unit, report.period, 1));
    writer.note({day, {}, "127.0.0.1", "report.submit", "report", report.unit, "version 1"});
    return ok();
  });
}

int run(const std::string& url, int writers, int seconds) {
  secrets::SystemSecrets secrets;
  const auto database = store::open(url, store::OpenMode::create_if_missing, [&](std::string_view text) {
                          return secrets.digest(text);
                        }).value();
  std::atomic<std::uint32_t> next = 0;
  std::atomic<bool> over = false;
  std::atomic<std::uint32_t> sent = 0;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < writers; ++i)
      threads.emplace_back([&] {
        while (!over)
          if (send(*database, next++).has_value()) ++sent;
      });
    std::this_thread::sleep_for(std::chrono::seconds(seconds));
    over = true;
  }
  std::printf("%u\n", sent.load() / static_cast<unsigned>(seconds));
  return 0;
}

}  // namespace
}  // namespace nucong

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("usage: port_writer URL WRITERS SECONDS\n", stderr);
    return 2;
  }
  return nucong::run(argv[1], std::atoi(argv[2]), std::atoi(argv[3]));
}
