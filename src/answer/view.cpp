#include "answer/view.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace nucong::answer {
namespace {

// What a terminal shows of a value.
std::string seen(const ViewValue& value, NumberStyle style) {
  if (const auto* text = std::get_if<std::string>(&value)) return printable(*text);
  if (const auto* number = std::get_if<Decimal>(&value)) return format_number(*number, style);
  return {};
}

std::string plain(const ViewValue& value) {
  constexpr auto style = NumberStyle::unknown;
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* number = std::get_if<Decimal>(&value)) return format_number(*number, style);
  return {};
}

constexpr std::size_t gap = 2;

// Takes columns' width away, the widest first, until the line fits or nothing more can be taken.
void fit(std::vector<std::size_t>& widths, const View& view, std::size_t width) {
  const auto line = [&] {
    std::size_t sum = gap * (widths.size() - 1);
    for (const auto w : widths) sum += w;
    return sum;
  };
  while (width > 0 && line() > width) {
    std::size_t widest = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i)
      if (widths[i] > view.columns[i].least && (widest == widths.size() || widths[i] > widths[widest]))
        widest = i;
    if (widest == widths.size()) return;
    --widths[widest];
  }
}

void add_cell(std::string& line, const std::string& text, std::size_t width, Align align) {
  const std::string cut = cut_to_width(text, width);
  const std::string blank(width - std::min(width, display_width(cut)), ' ');
  line += align == Align::right ? blank + cut : cut + blank;
}

void end_line(std::string& out, std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  out += line + "\n";
}

}  // namespace

std::string as_table(const View& view, std::size_t width, NumberStyle style) {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < view.columns.size(); ++i) {
    std::size_t widest = display_width(view.columns[i].title);
    for (const auto& row : view.rows) widest = std::max(widest, display_width(seen(row[i], style)));
    widths.push_back(widest);
  }
  fit(widths, view, width);
  std::string out;
  std::string heading;
  std::string rule;
  for (std::size_t i = 0; i < view.columns.size(); ++i) {
    if (i > 0) heading += std::string(gap, ' '), rule += std::string(gap, ' ');
    add_cell(heading, view.columns[i].title, widths[i], view.columns[i].align);
    for (std::size_t n = 0; n < widths[i]; ++n) rule += "─";
  }
  end_line(out, heading);
  end_line(out, rule);
  for (const auto& row : view.rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) line += std::string(gap, ' ');
      add_cell(line, seen(row[i], style), widths[i], view.columns[i].align);
    }
    end_line(out, line);
  }
  return out;
}

std::string as_csv(const View& view) {
  std::string out;
  const auto add = [&](std::string_view text, bool first) {
    if (!first) out += ',';
    const bool quote = text.find_first_of(",\"\n\r") != std::string_view::npos;
    if (!quote) {
      out += text;
      return;
    }
    out += '"';
    for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
    out += '"';
  };
  for (std::size_t i = 0; i < view.columns.size(); ++i) add(view.columns[i].key, i == 0);
  out += '\n';
  for (const auto& row : view.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      std::string text = plain(row[i]);
      const bool typed = std::holds_alternative<std::string>(row[i]);
      if (typed && !text.empty() && std::string_view("=+-@").find(text.front()) != std::string_view::npos)
        text.insert(0, 1, '\'');
      add(text, i == 0);
    }
    out += '\n';
  }
  return out;
}

void add_rows(JsonWriter& json, const View& view) {
  json.open_array();
  for (const auto& row : view.rows) {
    json.open_object();
    for (std::size_t i = 0; i < row.size(); ++i) {
      json.key(view.columns[i].key);
      if (const auto* text = std::get_if<std::string>(&row[i]))
        json.value(*text);
      else if (const auto* number = std::get_if<Decimal>(&row[i]))
        json.value(*number);
      else
        json.null();
    }
    json.close_object();
  }
  json.close_array();
}

std::string as_json(const View& view) {
  JsonWriter json;
  add_rows(json, view);
  return std::move(json).take();
}

}  // namespace nucong::answer
