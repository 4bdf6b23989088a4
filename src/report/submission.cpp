#include "report/submission.hpp"

#include <charconv>

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

Result<indicator::Series> Unpacker::series(std::string_view code) {
  if (const auto known = known_.find(code); known != known_.end()) return known->second;
  const auto parsed = elements_.parse_series(code);
  if (parsed.has_error()) return fail(ErrorCode::store_damaged, {{"text", std::string(code)}});
  known_.emplace(code, parsed.value());
  return parsed.value();
}

Result<> Unpacker::unpack(std::string_view figures, std::vector<Figure>& out) {
  while (!figures.empty()) {
    const auto space = figures.find(' ');
    const std::string_view one = figures.substr(0, space);
    figures.remove_prefix(space == std::string_view::npos ? figures.size() : space + 1);
    const auto equals = one.rfind('=');
    const auto damaged = [&] { return fail(ErrorCode::store_damaged, {{"text", std::string(one)}}); };
    if (equals == std::string_view::npos) return damaged();
    Figure figure;
    TRY(figure.series, series(one.substr(0, equals)));
    const std::string_view digits = one.substr(equals + 1);
    const auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), figure.amount);
    if (status != std::errc{} || end != digits.data() + digits.size()) return damaged();
    out.push_back(std::move(figure));
  }
  return ok();
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
