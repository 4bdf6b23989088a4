// Kinds of papers by their Vietnamese names, the names of laws, and the words at which a name ends.
#pragma once

#include <optional>

#include "directive/reading.hpp"
#include "directive/text/token.hpp"

namespace nucong::directive {

struct KindRead {
  CitationType type = CitationType::other;
  std::size_t next = 0;      ///< the first token after the kind
  bool abbreviated = false;  ///< NQ, QĐ: a kind only if a number follows
};

/// "Nghị quyết", "chương trình hành động", "Bộ luật", ... at token `at`.
[[nodiscard]] std::optional<KindRead> kind_at(const Tokens& tokens, std::size_t at);

/// The first token after the name of a law of the Socialist Republic that begins at `at`; `at` if we know
/// none.
[[nodiscard]] std::size_t law_name_end(const Tokens& tokens, std::size_t at);

/// Words that no name of a body or a paper goes on with: về, đã, quy định, ...
[[nodiscard]] bool ends_a_name(const Token& token);

}  // namespace nucong::directive
