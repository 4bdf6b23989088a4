// The pieces citations are made of: a paper's number, its date, the body that issued it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "directive/paper/document_kinds.hpp"
#include "directive/text/token.hpp"

namespace nucong::directive {

inline constexpr std::size_t issuer_words_max = 18;

/// Looks at tokens without a care for the end of the text.
class CitationParts {
 public:
  CitationParts(const Tokens& tokens, std::string_view text) : all_(tokens), text_(text) {}

  [[nodiscard]] bool within(std::size_t at) const { return at < all_.size(); }
  [[nodiscard]] const Token& token(std::size_t at) const { return all_[at]; }
  [[nodiscard]] bool word(std::size_t at, Key key) const { return within(at) && all_[at].is(key); }
  [[nodiscard]] bool words2(std::size_t at, Key a, Key b) const { return word(at, a) && word(at + 1, b); }
  [[nodiscard]] bool sign(std::size_t at, char32_t s) const { return within(at) && all_[at].is(s); }
  [[nodiscard]] bool number(std::size_t at) const { return within(at) && all_[at].kind == TokenKind::number; }
  [[nodiscard]] bool line_break(std::size_t at) const {
    return within(at) && all_[at].kind == TokenKind::line_break;
  }
  [[nodiscard]] bool capital(std::size_t at) const {
    return within(at) && all_[at].kind == TokenKind::word && all_[at].capital;
  }
  [[nodiscard]] bool year(std::size_t at) const;
  [[nodiscard]] std::string between(std::size_t first, std::size_t last) const;

  /// The first token after the digits and code of a number that begins at `at`: "41/HD-CĐ", "05 - CT/TW",
  /// "23/2017/TT-BLĐTBXH", "2208 KH-BTTTT", and "20" alone where it cannot be anything else; 0 if there is
  /// none. `said`: "số" stands before it.
  [[nodiscard]] std::size_t number_end(std::size_t at, const KindRead& kind, bool said) const;

  /// The first token after the name of a body that begins at `at`; `at` if none does.
  [[nodiscard]] std::size_t body_end(std::size_t at) const;

  struct When {
    std::size_t next = 0;
    std::optional<Date> date;  ///< none for a year only: "năm 2025", "2025"
  };
  /// `next` is `at` where no time stands.
  [[nodiscard]] When when(std::size_t at) const;

 private:
  [[nodiscard]] bool bare_number_is_a_name(std::size_t at, const KindRead& kind, bool said) const;

  const Tokens& all_;
  std::string_view text_;
};

/// A paper's number as cited: without blanks around '-' and '/'.
[[nodiscard]] std::string compact_number(std::string_view printed);

}  // namespace nucong::directive
