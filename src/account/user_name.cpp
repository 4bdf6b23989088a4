#include "account/user_name.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace nucong::account {
namespace {

constexpr std::size_t letters_min = 3;
constexpr std::size_t letters_max = 32;
/// Nobody types more; what is longer is not worth folding.
constexpr std::size_t typed_bytes_max = 256;

bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool has_shape(std::string_view name) {
  return name.size() >= letters_min && name.size() <= letters_max && is_letter(name.front()) &&
         (is_letter(name.back()) || is_digit(name.back())) && std::ranges::all_of(name, [](char c) {
           return is_letter(c) || is_digit(c) || c == '.' || c == '_' || c == '-';
         });
}

}  // namespace

Result<UserName> UserName::parse(std::string_view typed) {
  if (typed.size() > typed_bytes_max) return fail(ErrorCode::account_name_malformed, {{"name", "…"}});
  TRY(const auto text, nfc(typed));
  std::string name = folded(trimmed(text));
  if (!has_shape(name)) return fail(ErrorCode::account_name_malformed, {{"name", printable(text)}});
  return UserName(std::move(name));
}

}  // namespace nucong::account
