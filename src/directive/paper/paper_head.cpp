#include "directive/paper/paper_head.hpp"

#include <algorithm>
#include <vector>

#include "base/text.hpp"
#include "directive/paper/citation_parts.hpp"
#include "directive/paper/number_kind.hpp"
#include "directive/text/calendar.hpp"

namespace nucong::directive {
namespace {

constexpr std::size_t head_lines_max = 60;
constexpr std::size_t head_bytes_max = 16384;
constexpr std::size_t title_lines_max = 6;
constexpr std::size_t title_words_max = 60;  // of one line; a longer one is a paragraph

struct Line {
  std::string_view text;
  Tokens tokens;
};

std::vector<Line> head_lines(std::string_view text) {
  text = text.substr(0, head_bytes_max);
  std::vector<Line> lines;
  while (!text.empty() && lines.size() < head_lines_max) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const auto line = trimmed(text.substr(0, end));
    lines.push_back({line, tokens_of(line)});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

bool has_words(const Line& line) {
  return std::ranges::any_of(line.tokens, [](const Token& token) {
    return token.kind == TokenKind::word || token.kind == TokenKind::number;
  });
}

// ---- kind and title

struct TitleStart {
  std::size_t line = 0;
  CitationType kind = CitationType::other;
  bool bare = false;  // the kind alone stands on the line
};

// "KẾ HOẠCH", "KẾ HOẠCH công tác nữ công": the kind in capitals begins the line.
std::optional<TitleStart> title_start(const std::vector<Line>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Tokens& tokens = lines[i].tokens;
    if (tokens.empty()) continue;
    const auto kind = kind_at(tokens, 0);
    if (!kind || kind->abbreviated) continue;
    const auto end = tokens.begin() + static_cast<std::ptrdiff_t>(kind->next);
    if (!std::all_of(tokens.begin(), end, [](const Token& token) { return token.shouting; })) continue;
    return TitleStart{i, kind->type, kind->next == tokens.size()};
  }
  return std::nullopt;
}

bool begins_with(const Tokens& tokens, Key first, Key second) {
  return tokens.size() > 1 && tokens[0].is(first) && tokens[1].is(second);
}

bool is_basis(const Line& line) {
  return begins_with(line.tokens, "căn"_w, "cứ"_w) || begins_with(line.tokens, "kính"_w, "gửi"_w);
}

// "I. MỤC ĐÍCH", "1. ", "Điều 1."
bool is_numbered(const Tokens& tokens) {
  if (tokens.size() < 2) return false;
  if (tokens[0].is("điều"_w) || tokens[0].is("phần"_w) || tokens[0].is("chương"_w))
    return tokens[1].kind == TokenKind::number || tokens[1].shouting;
  return tokens[1].glued && (tokens[1].is(U'.') || tokens[1].is(U')'));
}

bool is_prose(const Line& line) {
  const auto words = std::ranges::count(line.tokens, TokenKind::word, &Token::kind);
  return line.tokens.back().is(U':') || static_cast<std::size_t>(words) > title_words_max;
}

bool begins_preamble(const Line& line) {
  const Tokens& tokens = line.tokens;
  return begins_with(tokens, "thực"_w, "hiện"_w) || begins_with(tokens, "triển"_w, "khai"_w) ||
         begins_with(tokens, "theo"_w, "đề"_w) || tokens[0].is("nhằm"_w) || tokens[0].is("để"_w);
}

// Lines as one, runs of blanks as one blank, without the marks of Markdown and of table cells.
void append(std::string& title, std::string_view line) {
  while (!line.empty() && (line.front() == '#' || line.front() == ' ')) line.remove_prefix(1);
  bool blank = !title.empty();
  for (const char c : trimmed(line)) {
    const bool is_blank = c == ' ' || c == '\t' || c == '\r' || c == '|';
    if (c == '*') continue;
    if (!is_blank && blank) title += ' ';
    if (!is_blank) title += c;
    blank = is_blank && !title.empty();
  }
}

// Below a bare kind the first line with words is its title even if it begins as a preamble would: "KẾ HOẠCH /
// Thực hiện Nghị quyết số 57-NQ/TW".
std::string title_below(const std::vector<Line>& lines, const TitleStart& start) {
  std::string title;
  append(title, lines[start.line].text);
  bool wanted = start.bare;
  std::size_t taken = 1;
  for (std::size_t i = start.line + 1; i < lines.size() && taken < title_lines_max; ++i) {
    if (!has_words(lines[i])) {
      if (wanted) continue;
      break;
    }
    if (is_basis(lines[i]) || is_numbered(lines[i].tokens) || is_prose(lines[i])) break;
    if (!wanted && begins_preamble(lines[i])) break;
    append(title, lines[i].text);
    wanted = false;
    ++taken;
  }
  return title;
}

// "V/v khám sức khỏe cho lao động nữ": what a letter has in place of kind and title.
std::string letter_title(const std::vector<Line>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!folded(lines[i].text.substr(0, 3)).starts_with("v/v")) continue;
    return title_below(lines, {i, CitationType::letter, false});
  }
  return {};
}

std::string first_line(const std::vector<Line>& lines) {
  std::string title;
  for (std::size_t i = 0; i < lines.size() && title.empty(); ++i) append(title, lines[i].text);
  return title;
}

// ---- number and date

// "Số: 41/HD-CĐ". Small letters are a citation that was wrapped: "Thực hiện Nghị quyết / số 28/NQ-CP".
std::string number_in(const Line& line) {
  const CitationParts parts(line.tokens, line.text);
  for (std::size_t at = 0; at < line.tokens.size(); ++at) {
    if (!parts.word(at, "số"_w) || !parts.capital(at)) continue;
    const bool colon = parts.sign(at + 1, U':');
    if (at > 0 && !colon) continue;
    const std::size_t begin = at + (colon ? 2 : 1);
    const std::size_t end = parts.number_end(begin, {CitationType::other, begin, true}, true);
    if (end != 0) return compact_number(parts.between(begin, end));
  }
  return {};
}

// The place before the day: "Hà Nội, ", "Hà Nội ", or nothing.
bool stands_in_dateline(const Tokens& tokens, std::size_t day) {
  if (day > 0 && tokens[day - 1].is(U',')) return !tokens[0].is("căn"_w) && !tokens[0].is("theo"_w);
  return std::all_of(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(day),
                     [](const Token& token) { return token.kind != TokenKind::number && token.capital; });
}

std::optional<Date> date_in(const Line& line) {
  for (std::size_t at = 0; at < line.tokens.size(); ++at) {
    if (!line.tokens[at].is("ngày"_w) || !stands_in_dateline(line.tokens, at)) continue;
    const auto read = read_date(line.tokens, at, line.text);
    if (!read) continue;
    if (read->next >= line.tokens.size() || line.tokens[read->next].is(U'|')) return read->date;
  }
  return std::nullopt;
}

// In a narrow column it takes two lines: "Hà Nội, ngày 21 / tháng 2 năm 2024".
std::optional<Date> date_at(const std::vector<Line>& lines, std::size_t at) {
  if (const auto date = date_in(lines[at])) return date;
  if (at + 1 == lines.size() ||
      std::ranges::none_of(lines[at].tokens, [](const Token& token) { return token.is("ngày"_w); }))
    return std::nullopt;
  const std::string both = std::string(lines[at].text) + ' ' + std::string(lines[at + 1].text);
  return date_in({both, tokens_of(both)});
}

}  // namespace

PaperHead head_of(std::string_view text) {
  const auto lines = head_lines(text);
  const auto start = title_start(lines);
  PaperHead head;
  if (start) {
    head.kind = start->kind;
    head.title = title_below(lines, *start);
  } else if (head.title = letter_title(lines); !head.title.empty()) {
    head.kind = CitationType::letter;
  } else {
    head.title = first_line(lines);
  }
  // The number and the dateline stand above the title; those further down are of papers that it cites.
  const std::size_t end = start ? start->line : lines.size();
  for (std::size_t i = 0; i < end; ++i) {
    if (is_basis(lines[i])) break;
    if (head.number.empty()) head.number = number_in(lines[i]);
    if (!head.date) head.date = date_at(lines, i);
  }
  head.kind = kind_of_number(head.number, head.kind);
  return head;
}

}  // namespace nucong::directive
