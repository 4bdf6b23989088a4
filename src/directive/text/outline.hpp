// The text as blocks (headings, paragraphs, items, rows of a table), each knowing the section it stands in.
#pragma once

#include <optional>
#include <vector>

#include "directive/text/calendar.hpp"
#include "directive/text/token.hpp"

namespace nucong::directive {

/// What a section is about, as its heading says.
enum class Mood : std::uint8_t { none, aim, task, report, norm };

/// By when a section or the whole text plans.
struct Horizon {
  int year = 0;
  int start = 0;  ///< of a term its first year: what concerns an election is settled then
};

struct Block {
  std::size_t first = 0;  ///< tokens, half open
  std::size_t last = 0;
  std::size_t content = 0;          ///< the first token after the bullet, number or bar
  Mood mood = Mood::none;           ///< of the innermost section that has one
  std::size_t mood_at = 0;          ///< the token of its heading that tells
  std::optional<Horizon> deadline;  ///< as its innermost section names it
  bool heading = false;             ///< opens a section: says itself what follows
  bool item = false;                ///< begins with a bullet or a number
  bool row = false;                 ///< of a table
  bool closed = false;              ///< ends like a sentence; a headline or a caption does not
};

/// In the order of the text. `times` as found in the same tokens. Linear.
[[nodiscard]] std::vector<Block> outline_of(const Tokens& tokens, const std::vector<TimePhrase>& times);

}  // namespace nucong::directive
