#include <optional>

#include <fmt/format.h>

#include "app/ask_value.hpp"
#include "app/import_reports.hpp"
#include "bench/benches.hpp"
#include "bench/our_nation.hpp"
#include "bench/our_ports.hpp"
#include "catalogue/load.hpp"

namespace nucong::bench {
namespace {

// The figures as a person would send them: our codes instead of numbers.
std::string long_csv(const Nation& nation, const app::Knowledge& knowledge, std::uint32_t quarters) {
  std::string csv = "unit,period,element,value\n";
  for (std::uint32_t q = 0; q < quarters; ++q) {
    const auto period = Nation::period(q);
    for (std::uint32_t g = 0; g < nation.grassroots; ++g) {
      if (!Nation::reported(g, q)) continue;
      for (std::uint32_t e = 0; e < nation.elements; ++e)
        fmt::format_to(std::back_inserter(csv), "G{},{},{},{}\n", g, period,
                       knowledge.elements().all()[e].code, Nation::value(g, e, q));
    }
  }
  return csv;
}

std::string total_of(const app::Ports& ports, const Nation& nation) {
  const auto answer = app::ask_value(
      ports, {"VN", "B07", Period::parse(Nation::period(nation.quarters - 1)).value(), {}, {}, {}});
  return answer.value().value.value().str();
}

}  // namespace

void load(const Nation& nation, const Results& results) {
  const auto knowledge = knowledge_of(nation);
  const Database database(results.folder() / "load.db");
  const OurPorts ports(knowledge, database.url());
  fill_units(ports.get(), nation);
  auto csv = long_csv(nation, knowledge, nation.quarters);
  results.note("bytes of the CSV", std::to_string(csv.size()));
  results.times("bulk_load", timed(1, [&](std::size_t) {
                  const auto rows = ports.get().sheets.read_rows(std::move(csv), "figures.csv").value();
                  app::import_long(ports.get(), *rows, app::Strictness::full).value();
                }));
  results.note("total after the load", total_of(ports.get(), nation));
  results.note("bytes of the database", std::to_string(database.bytes()));
}

void start(const std::string& url, const Results& results) {
  const auto knowledge = catalogue::load_embedded().value();
  std::optional<app::Nation> nation;
  results.times("cold_start", timed(1, [&](std::size_t) {
                  const OurPorts ports(knowledge, url);
                  nation = app::load_nation(ports.get()).value();
                }));
  const auto size = nation->figures.size();
  results.note("cold start: figures", std::to_string(size.figures));
  results.note("cold start: bytes a figure in columns",
               fmt::format("{:.2f}", static_cast<double>(size.bytes) / static_cast<double>(size.figures)));
}

}  // namespace nucong::bench
