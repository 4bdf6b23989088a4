// The text of a document as it grows, a paragraph a line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nucong::document::detail {

class Lines {
 public:
  /// One line for each line of `text`, white space at both ends of each left out; nothing of an empty one.
  void add(std::string_view text);

  /// The text is longer than a document may be: stop and refuse it.
  [[nodiscard]] bool is_full() const;
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_;
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
