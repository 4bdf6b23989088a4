// tidy ROOT: checks the house rules over the repository at ROOT. Exit status 1 if one is broken, 2 if the
// files cannot be read.
#include <cstdio>
#include <exception>

#include "tidy/checks.hpp"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: tidy ROOT\n", stderr);
    return 2;
  }
  try {
    const nucong::tidy::Tree tree = nucong::tidy::read_tree(argv[1]);
    const nucong::tidy::Findings findings = nucong::tidy::check_all(tree);
    for (const auto& finding : findings) std::printf("%s\n", finding.str().c_str());
    std::printf("tidy: %zu files read, %zu findings\n", tree.files().size(), findings.size());
    return findings.empty() ? 0 : 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "tidy: %s\n", error.what());
    return 2;
  }
}
