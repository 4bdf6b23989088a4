// On which tree a command asks, and for whom: --tree and --only, the same wherever they are taken.
#pragma once

#include <string>

#include "app/tree_choice.hpp"
#include "cli/command_line.hpp"
#include "rollup/landed.hpp"

namespace nucong::cli {

struct TreeOptions {
  std::string tree = "as-was";
  std::string only;

  /// Declares both; this must live until the command has run.
  void add_to(const CommandLine& command);

  /// Errors: those of app::TreeChoice::parse.
  [[nodiscard]] Result<app::TreeChoice> choice() const { return app::TreeChoice::parse(tree); }
  [[nodiscard]] rollup::Population population() const;
};

}  // namespace nucong::cli
