// nucong_bench WHAT OUT [UNITS ELEMENTS QUARTERS | URL]: measures one thing; `bench/run` calls it for each.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <vector>

#include "bench/benches.hpp"

namespace {

using namespace nucong::bench;

void run(const std::vector<std::string>& args) {
  constexpr const char* usage =
      "usage: nucong_bench ask|reorganise|save|load OUT UNITS ELEMENTS QUARTERS\n"
      "       nucong_bench start OUT URL\n"
      "       nucong_bench directives OUT";
  if (args.size() < 2) throw std::runtime_error(usage);
  const Results results(args[1]);
  if (args[0] == "directives" && args.size() == 2) return read_directives(results);
  if (args[0] == "start" && args.size() == 3) return start(args[2], results);
  if (args.size() != 5) throw std::runtime_error(usage);
  const auto number = [&](std::size_t at) { return static_cast<std::uint32_t>(std::stoul(args[at])); };
  const Nation nation{number(2), number(3), number(4)};
  if (args[0] == "ask") return ask(nation, results);
  if (args[0] == "reorganise") return reorganise(nation, results);
  if (args[0] == "save") return save(nation, results);
  if (args[0] == "load") return load(nation, results);
  throw std::runtime_error(usage);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    run({argv + 1, argv + argc});
    return EXIT_SUCCESS;
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "nucong_bench: %s\n", failure.what());
    return EXIT_FAILURE;
  }
}
