// A C++ file by lines, once as written and once with comments and literals blanked out, so that a check for
// a word in the code is not answered by a comment or a string.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nucong::tidy {

struct SourceLine {
  std::string raw;
  std::string code;         ///< same columns; the contents of comments and literals are spaces
  bool in_literal = false;  ///< begins inside a raw string: data, not code
};

[[nodiscard]] std::vector<SourceLine> source_lines(std::string_view text);

struct Include {
  std::size_t line = 0;  ///< 1-based
  std::string name;
  bool angled = false;
};

[[nodiscard]] std::vector<Include> includes_of(const std::vector<SourceLine>& lines);

/// Without the line ends; a last empty line is none.
[[nodiscard]] std::vector<std::string> lines_of(std::string_view text);

/// Whether `word` stands in the line as a whole: no letter, digit or underscore joins its ends. An end of
/// `word` that is no such character itself ("rand(") may be joined by anything.
[[nodiscard]] bool has_word(std::string_view line, std::string_view word);

/// Unicode code points in a UTF-8 text.
[[nodiscard]] std::size_t code_points(std::string_view text);

[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace nucong::tidy
