// The command line as a public interface.
#pragma once

#include "cli/session.hpp"

namespace nucong::cli {

/// Runs one command line. Exit status: 0 done; 1 the act was refused (one error on `world.err`); 2 the
/// command line was not understood; 3 a defect of ours.
[[nodiscard]] int run(World& world, int argc, char** argv);

}  // namespace nucong::cli
