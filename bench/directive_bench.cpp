#include <algorithm>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "bench/benches.hpp"
#include "directive/reading.hpp"

namespace nucong::bench {

void read_directives(const Results& results) {
  std::ifstream in(NUCONG_SOURCE_DIR "/docs/examples/huong-dan-nu-cong-mau.txt", std::ios::binary);
  const std::string one{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  std::string joined;
  for (int copy = 0; copy < 100; ++copy) joined += one + "\n\n";
  std::size_t targets = 0;
  const auto times = timed(10, [&](std::size_t) { targets = directive::read(joined).targets.size(); });
  results.times("directives_100_joined", times);
  results.note("directives: targets read", std::to_string(targets));
  results.note("directives: MB a second", fmt::format("{:.1f}", static_cast<double>(joined.size()) / 1e3 /
                                                                    *std::ranges::min_element(times)));
}

}  // namespace nucong::bench
