// Characters to tokens.
#include <limits>

#include "base/error.hpp"
#include "directive/text/token.hpp"

namespace nucong::directive {
namespace {

bool is_digit(char32_t code) {
  return code >= U'0' && code <= U'9';
}

bool is_blank(char32_t code) {
  return code == U' ' || code == U'\t' || code == U'\r' || code == U'\f' || code == U'\v' || code == 0xA0 ||
         (code >= 0x2000 && code <= 0x200F) || code == 0x202F || code == 0xFEFF || code == 0xAD;
}

char32_t unified(char32_t code) {
  switch (code) {
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return U'-';
    case 0x201C:
    case 0x201E:
    case 0x201F:
    case 0xAB:
      return U'“';
    case 0x201D:
    case 0xBB:
      return U'”';
    case 0x2265:
    case 0x2267:
      return U'≥';
    case 0x2264:
    case 0x2266:
      return U'≤';
    case 0x2022:
    case 0x25CF:
    case 0x25AA:
    case 0x25A0:
    case 0xB7:
    case 0xF0B7:
    case 0xF0A7:
    case 0x27A2:
      return U'•';
    case 0xFF05:
      return U'%';
    default:
      return code;
  }
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) { tokens_.reserve(text.size() / 5 + 8); }

  std::vector<Token> run() {
    while (at_ < text_.size()) step();
    return std::move(tokens_);
  }

 private:
  [[nodiscard]] Character peek() const { return character_at(text_, at_); }
  [[nodiscard]] char32_t code_after(std::size_t bytes) const {
    return at_ + bytes < text_.size() ? character_at(text_, at_ + bytes).code : 0;
  }

  void step() {
    const auto [code, bytes] = peek();
    if (code == U'\n' || code == 0x2028 || code == 0x2029) return line_break(bytes);
    if (is_blank(code)) return skip(bytes);
    if (is_decoration(code)) {
      if (code == U'#') marked_up_ = true;
      return skip(bytes);
    }
    if (is_digit(code)) return number();
    if (letter_of(code).code != 0) return word();
    if (mark_of(code) != Mark::none) return skip(bytes);  // a mark with no letter before it
    emit(TokenKind::symbol, at_ + bytes).symbol = unified(code);
  }

  // Markdown's stars, hashes and underlines are how a page was saved, not what the directive says. A star
  // that opens a line and is followed by a blank is a list.
  [[nodiscard]] bool is_decoration(char32_t code) const {
    if (code == U'*') return !(at_line_start_ && code_after(1) == U' ');
    return code == U'#' || code == U'_' || code == U'`' || code == U'~';
  }

  void skip(std::size_t bytes) {
    at_ += bytes;
    glued_ = false;
  }

  void line_break(std::size_t bytes) {
    if (tokens_.empty() || tokens_.back().kind != TokenKind::line_break)
      emit(TokenKind::line_break, at_ + bytes);
    else
      skip(bytes);
    Token& last = tokens_.back();
    if (last.lines < std::numeric_limits<std::uint8_t>::max()) ++last.lines;
    glued_ = false;
    at_line_start_ = true;
    marked_up_ = false;
  }

  [[nodiscard]] bool ends_in_percent(std::size_t at) const {
    while (at < text_.size() && is_digit(static_cast<unsigned char>(text_[at]))) ++at;
    return at < text_.size() && (text_[at] == '%' || text_[at] == ' ') &&
           text_.substr(at, 2).find('%') != std::string_view::npos;
  }

  // Digits, and dots and commas between digits.
  void number() {
    std::size_t end = at_;
    while (end < text_.size()) {
      const auto c = static_cast<unsigned char>(text_[end]);
      if (is_digit(c)) {
        ++end;
        continue;
      }
      const bool joins = (c == '.' || c == ',') && end + 1 < text_.size() &&
                         is_digit(static_cast<unsigned char>(text_[end + 1]));
      // "đến năm 2030,100% …": a year, then a figure.
      const bool year = end - at_ == 4 && (text_[at_] == '1' || text_[at_] == '2') && c == ',';
      if (!joins || (year && ends_in_percent(end + 1))) break;
      ++end;
    }
    emit(TokenKind::number, end);
  }

  // Letters with their marks; digits that follow without a blank ("m3", "CO2") belong to the word.
  void word() {
    KeyBuilder key;
    std::size_t end = at_;
    bool first = true, capital = false, shouting = true, digits = false;
    while (end < text_.size()) {
      const auto [code, bytes] = character_at(text_, end);
      const char32_t plain = code == 0xB2 ? U'2' : code == 0xB3 ? U'3' : code;  // m², m³
      if (is_digit(plain)) {
        key.add(static_cast<std::uint8_t>(digit_code + (plain - U'0')));
        digits = true;
      } else if (const Mark mark = mark_of(code); mark != Mark::none) {
        key.add(mark);
      } else if (const Letter letter = letter_of(code); letter.code != 0 && !digits) {
        key.add(letter.code, letter.tone);
        if (first) capital = letter.upper;
        shouting = shouting && letter.upper;
        first = false;
      } else {
        break;
      }
      end += bytes;
    }
    Token& token = emit(TokenKind::word, end);
    token.toned = key.toned();
    token.folded = key.folded();
    token.capital = capital;
    token.shouting = shouting;
  }

  Token& emit(TokenKind kind, std::size_t end) {
    Token token;
    token.begin = static_cast<std::uint32_t>(at_);
    token.end = static_cast<std::uint32_t>(end);
    token.kind = kind;
    token.glued = glued_;
    token.marked_up = marked_up_;
    tokens_.push_back(token);
    at_ = end;
    glued_ = true;
    marked_up_ = false;
    at_line_start_ = false;
    return tokens_.back();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
  bool glued_ = false;
  bool marked_up_ = false;
  bool at_line_start_ = true;
};

}  // namespace

std::vector<Token> tokens_of(std::string_view text) {
  ENSURE(text.size() < std::numeric_limits<std::uint32_t>::max());
  return Lexer(text).run();
}

}  // namespace nucong::directive
