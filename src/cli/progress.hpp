// A bar on the terminal for work that takes more than a second.
#pragma once

#include <cstdio>
#include <memory>

#include "app/ports.hpp"
#include "app/words.hpp"

namespace nucong::cli {

/// Silent where `err` is no terminal. `words` must outlive it.
[[nodiscard]] std::unique_ptr<app::Progress> make_progress(std::FILE* err, bool is_terminal,
                                                           const app::Words& words);

}  // namespace nucong::cli
