#include "sheet/detail/csv_cursor.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace nucong::sheet {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::array separators = {',', ';', '\t'};

// The one that stands most often in the first row, outside quotes. A quote opens after any of the three:
// which of them parts the cells is not known yet.
char separator_of(std::string_view bytes) {
  std::array<std::size_t, separators.size()> found{};
  bool quoted = false;
  bool may_open = true;  // also after a quote has closed: two in a row stand for one
  for (const char c : bytes) {
    const auto* separator = std::ranges::find(separators, c);
    if (quoted) {
      quoted = c != '"';
      may_open = !quoted;
    } else if (c == '"' && may_open) {
      quoted = true;
    } else if (separator != separators.end()) {
      ++found.at(static_cast<std::size_t>(separator - separators.begin()));
      may_open = true;
    } else if (c == '\n' || c == '\r') {
      break;
    } else {
      may_open = false;
    }
  }
  return separators.at(static_cast<std::size_t>(std::ranges::max_element(found) - found.begin()));
}

// A cell may span lines: the one with the bad byte is what the user has to look for.
std::uint32_t line_not_utf8(std::string_view cell, std::uint32_t line) {
  for (const auto part : split(cell, '\n')) {
    if (!nfc(part)) break;
    ++line;
  }
  return line;
}

// Nothing to trim and nothing to compose: nearly every cell of a large file.
bool is_clean(std::string_view text) {
  constexpr auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  constexpr auto is_mark = [](char c) { return c > ' ' && c < 0x7f; };
  return text.empty() ||
         (is_mark(text.front()) && is_mark(text.back()) && std::ranges::all_of(text, is_ascii));
}

}  // namespace

// From the first line that holds more than separators: which one of them it is cannot be told before.
CsvStart csv_start(std::string_view bytes) {
  CsvStart start;
  if (bytes.starts_with(byte_order_mark)) start.offset = byte_order_mark.size();
  while (start.offset < bytes.size()) {
    const auto rest = bytes.substr(start.offset);
    const auto end = std::min(rest.find_first_of("\r\n"), rest.size());
    if (rest.substr(0, end).find_first_not_of(" ,;\t") != std::string_view::npos) break;
    const bool both = rest.substr(end).starts_with("\r\n");
    start.offset = std::min(start.offset + end + (both ? 2 : 1), bytes.size());
    ++start.line;
  }
  start.separator = separator_of(bytes.substr(start.offset));
  return start;
}

Result<bool> CsvCursor::next() {
  while (!at_end()) {
    TRY(cut_row());
    if (std::ranges::all_of(cells_, [](const CellView& cell) { return cell.text.empty(); })) continue;
    if (width_ != 0)
      while (cells_.size() > width_ && cells_.back().text.empty()) cells_.pop_back();
    if (width_ != 0 && cells_.size() > width_)
      return fail(ErrorCode::table_row_ragged,
                  {{"cells", std::to_string(cells_.size())}, {"expected", std::to_string(width_)}})
          .at({{}, row_at_.line, {}});
    return true;
  }
  return false;
}

Result<> CsvCursor::cut_row() {
  row_at_ = behind();
  cells_.clear();
  scratch_used_ = 0;
  for (;;) {
    TRY(const auto text, cut_cell());
    cells_.push_back({text, CellKind::text});
    if (at_end()) return ok();
    if (at_line_break()) break;
    ++at_;  // the separator
  }
  take_line_break();
  return ok();
}

// Ends at a separator, a line break or the end of the file. Text after a closing quote is kept, as Excel
// does.
Result<std::string_view> CsvCursor::cut_cell() {
  const std::uint32_t line = line_;
  std::string* quoted = nullptr;
  if (!at_end() && bytes_[at_] == '"') {
    quoted = &scratch();
    TRY(cut_quoted(*quoted));
  }
  const auto begin = at_;
  while (!at_end() && bytes_[at_] != separator_ && !at_line_break()) ++at_;
  const auto plain = bytes_.substr(begin, at_ - begin);
  if (quoted == nullptr) return clean(plain, line);
  return clean(quoted->append(plain), line);
}

Result<> CsvCursor::cut_quoted(std::string& text) {
  const std::uint32_t opened = line_;
  ++at_;
  while (!at_end()) {
    const auto begin = at_;
    if (bytes_[at_] == '"') {
      ++at_;
      if (at_end() || bytes_[at_] != '"') return ok();
      ++at_;
      text.push_back('"');
    } else if (at_line_break()) {
      take_line_break();
      text.append(bytes_.substr(begin, at_ - begin));
    } else {
      text.push_back(bytes_[at_++]);
    }
  }
  return fail(ErrorCode::csv_quote_open).at({{}, opened, {}});
}

Result<std::string_view> CsvCursor::clean(std::string_view raw, std::uint32_t line) {
  if (is_clean(raw)) return raw;
  auto text = nfc(trimmed(raw));
  if (!text) return text.error().at({{}, line_not_utf8(raw, line), {}});
  return std::string_view(scratch() = std::move(text).value());
}

std::string& CsvCursor::scratch() {
  if (scratch_used_ == scratch_.size()) scratch_.emplace_back();
  std::string& text = scratch_[scratch_used_++];
  text.clear();
  return text;
}

void CsvCursor::take_line_break() {
  const bool carriage_return = bytes_[at_] == '\r';
  ++at_;
  if (carriage_return && !at_end() && bytes_[at_] == '\n') ++at_;
  ++line_;
}

}  // namespace nucong::sheet
