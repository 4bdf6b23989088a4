#include "tidy/source.hpp"

#include <algorithm>

namespace nucong::tidy {
namespace {

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Walks over a C++ text and blanks what is no code.
class Blanker {
 public:
  explicit Blanker(std::string_view text) : text_(text), code_(text) {}

  void run() {
    while (at_ < text_.size()) {
      if (looking_at("//")) {
        blank_until("\n", 0);
      } else if (looking_at("/*")) {
        blank_until("*/", 2);
      } else if (text_[at_] == '"') {
        if (at_ > 0 && text_[at_ - 1] == 'R') {
          blank_raw_string();
        } else {
          blank_literal('"');
        }
      } else if (text_[at_] == '\'' && !separates_digits()) {
        blank_literal('\'');
      } else {
        ++at_;
      }
    }
  }

  [[nodiscard]] const std::string& code() const { return code_; }
  /// Offsets of raw strings, [begin, end).
  [[nodiscard]] bool in_raw_string(std::size_t offset) const {
    return std::ranges::any_of(raw_, [&](const Span& s) { return s.begin < offset && offset < s.end; });
  }

 private:
  struct Span {
    std::size_t begin;
    std::size_t end;
  };

  [[nodiscard]] bool looking_at(std::string_view what) const { return text_.substr(at_).starts_with(what); }

  void blank(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (code_[i] != '\n') code_[i] = ' ';
    }
  }

  void blank_until(std::string_view closing, std::size_t included) {
    const std::size_t found = text_.find(closing, at_ + 2);
    const std::size_t end = found == std::string_view::npos ? text_.size() : found + included;
    blank(at_, end);
    at_ = end;
  }

  void blank_literal(char quote) {
    const std::size_t begin = ++at_;
    while (at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n')
      at_ += text_[at_] == '\\' ? 2U : 1U;
    at_ = std::min(at_, text_.size());
    blank(begin, at_);
    if (at_ < text_.size()) ++at_;
  }

  void blank_raw_string() {
    const std::size_t open = text_.find('(', at_);
    if (open == std::string_view::npos) {
      ++at_;
      return;
    }
    const std::string closing = ")" + std::string(text_.substr(at_ + 1, open - at_ - 1)) + "\"";
    const std::size_t found = text_.find(closing, open);
    const std::size_t end = found == std::string_view::npos ? text_.size() : found + closing.size();
    blank(at_ + 1, found == std::string_view::npos ? end : end - 1);
    raw_.push_back({at_, end});
    at_ = end;
  }

  /// 1'000'000 and not u8'a'.
  [[nodiscard]] bool separates_digits() const {
    std::size_t begin = at_;
    while (begin > 0 && (is_word(text_[begin - 1]) || text_[begin - 1] == '\'')) --begin;
    return begin < at_ && text_[begin] >= '0' && text_[begin] <= '9';
  }

  std::string_view text_;
  std::string code_;
  std::vector<Span> raw_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::vector<SourceLine> source_lines(std::string_view text) {
  Blanker blanker(text);
  blanker.run();
  const std::vector<std::string> raw = lines_of(text);
  const std::vector<std::string> code = lines_of(blanker.code());
  std::vector<SourceLine> lines;
  std::size_t offset = 0;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    lines.push_back({raw[i], code[i], blanker.in_raw_string(offset)});
    offset += raw[i].size() + 1;
  }
  return lines;
}

std::vector<Include> includes_of(const std::vector<SourceLine>& lines) {
  std::vector<Include> includes;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string_view code = trimmed(lines[i].code);
    if (!code.starts_with('#')) continue;
    code = trimmed(code.substr(1));
    if (!code.starts_with("include")) continue;
    const std::string_view raw = lines[i].raw;
    const std::size_t open = raw.find_first_of("<\"");
    if (open == std::string_view::npos) continue;
    const bool angled = raw[open] == '<';
    const std::size_t close = raw.find(angled ? '>' : '"', open + 1);
    if (close == std::string_view::npos) continue;
    includes.push_back({i + 1, std::string(raw.substr(open + 1, close - open - 1)), angled});
  }
  return includes;
}

bool has_word(std::string_view line, std::string_view word) {
  for (std::size_t at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool joined_before = is_word(word.front()) && at > 0 && is_word(line[at - 1]);
    const bool joined_after = is_word(word.back()) && end < line.size() && is_word(line[end]);
    if (!joined_before && !joined_after) return true;
  }
  return false;
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view space = " \t\r";
  const std::size_t begin = text.find_first_not_of(space);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(space) - begin + 1);
}

}  // namespace nucong::tidy
