// The text of a document as it grows, a paragraph a line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace nucong::document::detail {

class Lines {
 public:
  /// A paragraph: one line for each line of `text`, white space at both ends of each left out; nothing of an empty
  /// one. An empty line parts it from the one before where the two would look like one that was wrapped.
  void add(std::string_view text);

  /// The text is longer than a document may be: stop and refuse it.
  [[nodiscard]] bool is_full() const;
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::string take() {
    last_ = 0;
    return std::exchange(text_, {});
  }

 private:
  [[nodiscard]] bool looks_wrapped(std::string_view next) const;

  std::string text_;
  std::size_t last_ = 0;  ///< where its last line begins
};

/// White space of any kind becomes one space; at the ends it stays.
[[nodiscard]] std::string collapsed(std::string_view text);

/// Of the styles in which lists are numbered.
enum class NumberFormat : unsigned char {
  none,
  bullet,
  decimal,
  decimal_zero,
  lower_letter,
  upper_letter,
  lower_roman,
  upper_roman
};
/// "3", "03", "c", "C", "iii", "III"; empty for a bullet and for none.
[[nodiscard]] std::string list_number(std::size_t number, NumberFormat format);

}  // namespace nucong::document::detail
