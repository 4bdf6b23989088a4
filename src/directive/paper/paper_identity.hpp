// By what a paper is known, under the many ways in which texts write it.
#pragma once

#include <optional>
#include <string>

#include "directive/paper/paper_head.hpp"
#include "directive/reading.hpp"

namespace nucong::directive {

/// Two keys of the same text name one paper unless both tell an edition and these differ.
struct PaperKey {
  std::string text;     ///< empty: named in no such way
  std::string edition;  ///< a date or a year; empty where it is not told

  bool operator==(const PaperKey&) const = default;
};

/// The keys of one mention of a paper.
struct PaperKeys {
  /// Kind and whole number, without case, blanks and leading zeros: "28 /NQ-CP" is "28/NQ-CP", but Party
  /// "05-CT/TW" is not state "05/CT-TW". Edition: the year in the number, else the date.
  PaperKey number;
  /// Kind and serial alone: what "Nghị quyết 28" shares with "28/NQ-CP". Edition: the date.
  PaperKey serial;
  /// Folded words without the year at the end; of laws, and of papers without a number. Edition: that year,
  /// else that of the date.
  PaperKey title;
  bool bare = false;  ///< the serial is all that the mention gives
};

[[nodiscard]] PaperKeys keys_of(const Citation& citation);

/// Of a directive that we hold, by its own number and by its title. No key for a title of which we do not
/// know that it is one (no kind before it, or nothing after it).
[[nodiscard]] PaperKeys keys_of(const PaperHead& head);

/// The cited paper's title or, of a law and of a paper without a number, its name; may be empty.
[[nodiscard]] std::string title_of(const Citation& citation);

}  // namespace nucong::directive
