#include "report/submission.hpp"

#include <charconv>
#include <cstring>

#include "base/text.hpp"

namespace nucong::report {

std::string pack(std::span<const Figure> figures, const indicator::Elements& elements) {
  std::string text;
  for (const auto& figure : figures) {
    if (!text.empty()) text += ' ';
    text += elements.code_of(figure.series);
    text += '=';
    text += std::to_string(figure.amount);
  }
  return text;
}

std::string pack_reasons(std::span<const Figure> figures, const indicator::Elements& elements) {
  std::string text;
  for (const auto& figure : figures) {
    if (figure.reason.empty()) continue;
    text += elements.code_of(figure.series);
    text += '\t';
    for (const char c : figure.reason) text += c == '\n' || c == '\t' ? ' ' : c;
    text += '\n';
  }
  return text;
}

namespace {

Error damaged(std::string_view figures) {
  return fail(ErrorCode::store_damaged, {{"text", std::string(figures.substr(0, figures.find(' ')))}});
}

}  // namespace

Result<indicator::Series> Unpacker::series(std::string_view code) const {
  auto parsed = elements_.parse_series(code);
  if (parsed.has_error()) return fail(ErrorCode::store_damaged, {{"text", std::string(code)}});
  return parsed;
}

// Nearly all codes are short: one comparison of a word, where there is a word to read.
bool Unpacker::begins_with(std::string_view figures, const Code& code) {
  std::uint64_t bytes = 0;
  if (code.mask == 0 || figures.size() < sizeof bytes) return figures.starts_with(code.text);
  std::memcpy(&bytes, figures.data(), sizeof bytes);
  return (bytes & code.mask) == code.bytes;
}

Result<std::size_t> Unpacker::code_at(std::string_view figures, std::size_t last) {
  const std::size_t expected = codes_[last].next;
  if (expected != 0 && begins_with(figures, codes_[expected])) return expected;
  // The last "=" before the next space: the code of a split holds one of its own.
  const auto equals = figures.substr(0, figures.find(' ')).rfind('=');
  if (equals == std::string_view::npos) return damaged(figures);
  const auto text = figures.substr(0, equals + 1);
  auto known = known_.find(text);
  if (known == known_.end()) {
    TRY(const auto of, series(text.substr(0, equals)));
    codes_.push_back({std::string(text), of});
    auto& code = codes_.back();
    if (text.size() <= sizeof code.bytes) {
      std::memcpy(&code.bytes, text.data(), text.size());
      std::memset(&code.mask, 0xFF, text.size());
    }
    known = known_.emplace(text, codes_.size() - 1).first;
  }
  codes_[last].next = known->second;
  return known->second;
}

Result<Unpacker::One> Unpacker::next(std::string_view& figures, std::size_t last) {
  TRY(const auto code, code_at(figures, last));
  One one{code, 0};
  const char* const first = figures.data() + codes_[code].text.size();
  const char* const behind = figures.data() + figures.size();
  const auto [end, status] = std::from_chars(first, behind, one.amount);
  if (status != std::errc{} || (end != behind && *end != ' ')) return damaged(figures);
  figures.remove_prefix(static_cast<std::size_t>(end - figures.data()) + (end != behind ? 1U : 0U));
  return one;
}

Result<> Unpacker::unpack(std::string_view figures, std::vector<Figure>& out) {
  return each(figures, [&](indicator::Series series, std::int64_t amount) {
    out.push_back({series, amount, {}});
  });
}

Result<> Unpacker::unpack_reasons(std::string_view reasons, std::vector<Figure>& figures) {
  for (const std::string_view line : split(reasons, '\n')) {
    const auto tab = line.find('\t');
    if (tab == std::string_view::npos) continue;
    TRY(const auto of, series(line.substr(0, tab)));
    for (auto& figure : figures)
      if (figure.series == of) figure.reason = line.substr(tab + 1);
  }
  return ok();
}

}  // namespace nucong::report
