// How fast a directive is read: the made-up sample, joined to itself.
#include <fstream>
#include <iterator>
#include <string>

#include <benchmark/benchmark.h>

#include "directive/reading.hpp"

namespace {

std::string sample(std::int64_t copies) {
  std::ifstream in(NUCONG_SOURCE_DIR "/docs/examples/huong-dan-nu-cong-mau.txt", std::ios::binary);
  const std::string one{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  std::string joined;
  for (std::int64_t i = 0; i < copies; ++i) joined += one + "\n\n";
  return joined;
}

void read_directives(benchmark::State& state) {
  const std::string text = sample(state.range(0));
  for (auto round : state) benchmark::DoNotOptimize(nucong::directive::read(text));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(read_directives)->Arg(1)->Arg(10)->Arg(100)->Unit(benchmark::kMillisecond);

}  // namespace
