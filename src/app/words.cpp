#include "app/words.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace nucong::app {
namespace {

const std::string* find(const std::vector<ErrorParam>& params, std::string_view name) {
  const auto at = std::ranges::find(params, name, &ErrorParam::name);
  return at == params.end() || at->value.empty() ? nullptr : &at->value;
}

}  // namespace

void Words::put(std::string_view name, const std::vector<ErrorParam>& params, Filled& into) const {
  const bool in_words = name.starts_with('=');
  if (in_words) name.remove_prefix(1);
  const std::string* value = find(params, name);
  into.complete = into.complete && value != nullptr;
  if (value == nullptr) return;
  constexpr std::size_t columns_max = 160;  // somebody's whole file must not come back as one error line
  into.text +=
      in_words ? text(std::string(name) + "." + *value) : cut_to_width(printable(*value), columns_max);
}

Words::Filled Words::fill(std::string_view wording, const std::vector<ErrorParam>& params) const {
  Filled filled;
  while (!wording.empty()) {
    const auto next = wording.find_first_of("{[");
    filled.text += wording.substr(0, next);
    if (next == std::string_view::npos) break;
    const bool is_param = wording[next] == '{';
    const auto end = wording.find(is_param ? '}' : ']', next);
    if (end == std::string_view::npos) {
      filled.text += wording.substr(next);
      break;
    }
    const auto inner = wording.substr(next + 1, end - next - 1);
    wording.remove_prefix(end + 1);
    if (is_param)
      put(inner, params, filled);
    else if (const Filled part = fill(inner, params); part.complete)
      filled.text += part.text;
  }
  return filled;
}

std::string Words::text(std::string_view key, const std::vector<ErrorParam>& params) const {
  const auto at = table_.find(key);
  if (at == table_.end()) throw Defect("no wording for " + std::string(key));
  return fill(language_ == Language::vi ? at->second.vi : at->second.en, params).text;
}

std::string Words::one_line(const Error& error) const {
  std::string line = printable(error.place().file);
  if (!error.place().cell.empty() && error.place().line == 0) line += ":" + error.place().cell;
  if (error.place().line > 0) {
    line += (line.empty() ? "" : ":") + std::to_string(error.place().line);
    if (!error.place().cell.empty()) line += ":" + error.place().cell;
  }
  if (!line.empty()) line += ": ";
  line += text("error." + std::string(dotted(error.code())), error.params());
  return line + " [" + std::string(dotted(error.code())) + "]";
}

std::string Words::message(const Error& error) const {
  std::string all = one_line(error);
  for (const auto& cause : error.causes()) all += "\n  " + one_line(cause.at({error.place().file, 0, {}}));
  return all;
}

}  // namespace nucong::app
