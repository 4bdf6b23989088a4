#include "directive/paper/paper_identity.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "directive/paper/number_kind.hpp"

namespace nucong::directive {
namespace {

// "KẾ HOẠCH" alone is no name of a directive, "Luật" none of a law; "Hiến pháp" is one.
constexpr std::size_t own_title_words_least = 3;
constexpr std::size_t cited_title_words_least = 2;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// One spelling of a number: "05 – CT/TW" and "5-ct/tw".
std::string plain_number(std::string_view printed) {
  std::string number = lowered(printed);
  for (const std::string_view dash : {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"})
    replace_all(number, dash, "-");
  replace_all(number, "\u00F0", "đ");  // eth, which looks like đ
  replace_all(number, "\u00A0", "");
  std::erase_if(number, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  const std::size_t first = number.find_first_not_of('0');
  if (first != std::string::npos && is_digit(number[first])) number.erase(0, first);
  return number;
}

// "28" of "28/nq-cp", "6b" of "6b/nq-tlđ".
std::string_view serial_in(std::string_view number) {
  std::size_t end = std::min(number.find_first_not_of("0123456789"), number.size());
  const bool letter = end < number.size() && number[end] >= 'a' && number[end] <= 'z' &&
                      (end + 1 == number.size() || number[end + 1] == '/' || number[end + 1] == '-');
  if (letter) ++end;
  return number.substr(0, end);
}

bool is_year(std::string_view word) {
  return word.size() == 4 && std::ranges::all_of(word, is_digit) && (word[0] == '1' || word[0] == '2');
}

// "2020" of "145/2020/nđ-cp".
std::string_view year_in(std::string_view number) {
  const auto begin = number.find('/');
  if (begin == std::string_view::npos) return {};
  const auto piece = number.substr(begin + 1, number.find_first_of("/-", begin + 1) - begin - 1);
  return is_year(piece) ? piece : std::string_view{};
}

std::vector<std::string> words_in(std::string_view title) {
  std::vector<std::string> words(1);
  for (const char c : folded(title)) {
    const bool letter = (c >= 'a' && c <= 'z') || is_digit(c);
    if (letter)
      words.back() += c;
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

// Drops what introduces years: "năm", "đến năm", "giai đoạn". The "đoàn" of "công đoàn" folds alike.
void drop_time_words(std::vector<std::string>& words) {
  using Pair = std::pair<std::string_view, std::string_view>;
  constexpr auto pairs =
      std::to_array<Pair>({{"giai", "doan"}, {"nhiem", "ky"}, {"thoi", "ky"}, {"den", "nam"}});
  for (const auto& [first, second] : pairs) {
    if (words.size() < 2 || words.back() != second || words[words.size() - 2] != first) continue;
    words.resize(words.size() - 2);
    return;
  }
  if (!words.empty() && words.back() == "nam") words.pop_back();
}

// "Luật Công đoàn năm 2024", "Chiến lược … giai đoạn 2021 - 2030": the first year of those at the end.
PaperKey title_key(std::string_view title, std::string otherwise, std::size_t words_least) {
  auto words = words_in(title);
  PaperKey key{{}, std::move(otherwise)};
  const std::size_t all = words.size();
  for (; !words.empty() && is_year(words.back()); words.pop_back()) key.edition = words.back();
  if (words.size() < all) drop_time_words(words);
  if (words.size() < words_least) return {};
  for (const auto& word : words) key.text += (key.text.empty() ? "" : " ") + word;
  return key;
}

std::string year_text(const std::optional<Date>& date) {
  return date ? std::to_string(year_of(*date)) : std::string{};
}

void add_number(PaperKeys& keys, CitationType kind, std::string_view number,
                const std::optional<Date>& date) {
  const std::string prefix = std::string(name_of(kind)) + '#';
  const std::string day = date ? format_date(*date) : std::string{};
  keys.serial = {prefix + std::string(serial_in(number)), day};
  keys.bare = serial_in(number) == number;
  if (!keys.bare)
    keys.number = {prefix + std::string(number),
                   year_in(number).empty() ? day : std::string(year_in(number))};
}

// "Nghị quyết Trung ương 4 khóa XII", "Đề án 938": the digits are part of a name, not a serial of their kind.
bool number_is_in_name(const Citation& citation, std::string_view number) {
  if (serial_in(number) != number) return false;
  if (citation.type == CitationType::other) return true;
  const auto before =
      folded(std::string_view(citation.quote).substr(0, citation.quote.find(*citation.number)));
  return before.find("trung uong") != std::string::npos || before.find(" tw") != std::string::npos;
}

// "Luật Công đoàn" of "Luật Công đoàn số 50/2024/QH15".
std::string law_name(const Citation& citation) {
  if (citation.title && folded(*citation.title).find("luat") != std::string::npos) return *citation.title;
  if (!citation.number) return citation.quote;
  std::string_view name = citation.quote;
  name = trimmed(name.substr(0, name.find(citation.number->substr(0, citation.number->find_first_of("/-")))));
  for (const std::string_view said : {"số:", "số"})
    if (lowered(name).ends_with(said)) name = trimmed(name.substr(0, name.size() - said.size()));
  return std::string(name);
}

}  // namespace

std::string title_of(const Citation& citation) {
  if (citation.type == CitationType::law) return law_name(citation);
  if (!citation.number || number_is_in_name(citation, plain_number(*citation.number))) return citation.quote;
  return citation.title.value_or("");
}

PaperKeys keys_of(const Citation& citation) {
  PaperKeys keys;
  const std::string number = plain_number(citation.number.value_or(""));
  const auto kind = kind_of_number(number, citation.type).value_or(citation.type);
  std::string year = year_text(citation.date);
  if (number.empty() || number_is_in_name(citation, number)) {
    const std::string name = kind == CitationType::law ? law_name(citation) : citation.quote;
    keys.title = title_key(name, std::move(year), cited_title_words_least);
    return keys;
  }
  add_number(keys, kind, number, citation.date);
  if (!year_in(number).empty()) year = year_in(number);
  if (kind == CitationType::law)
    keys.title = title_key(law_name(citation), std::move(year), cited_title_words_least);
  return keys;
}

PaperKeys keys_of(const PaperHead& head) {
  PaperKeys keys;
  const std::string number = plain_number(head.number);
  if (!number.empty()) add_number(keys, head.kind.value_or(CitationType::other), number, head.date);
  if (head.kind) keys.title = title_key(head.title, year_text(head.date), own_title_words_least);
  return keys;
}

}  // namespace nucong::directive
