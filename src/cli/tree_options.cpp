#include "cli/tree_options.hpp"

namespace nucong::cli {

void TreeOptions::add_to(const CommandLine& command) {
  command.text("--tree", tree, "tree").choice("--only", only, "only", {"alive"});
}

rollup::Population TreeOptions::population() const {
  return only.empty() ? rollup::Population::everyone : rollup::Population::only_alive;
}

}  // namespace nucong::cli
