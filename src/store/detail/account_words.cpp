#include "store/detail/account_words.hpp"

#include <algorithm>
#include <array>

namespace nucong::store {
namespace {

constexpr std::array<std::string_view, 3> link_kinds = {"first_administrator", "pass_phrase",
                                                        "second_factor"};
constexpr std::string_view hex_digits = "0123456789abcdef";

Error damaged(std::string detail) {
  return fail(ErrorCode::store_damaged, {{"detail", std::move(detail)}});
}

}  // namespace

std::string_view name_of(app::LinkKind kind) {
  return link_kinds.at(static_cast<std::size_t>(kind));
}

Result<app::LinkKind> parse_link_kind(std::string_view text) {
  const auto found = std::ranges::find(link_kinds, text);
  if (found == link_kinds.end()) return damaged("one_time_link.kind " + std::string(text));
  return static_cast<app::LinkKind>(found - link_kinds.begin());
}

std::string hex_of(std::string_view bytes) {
  std::string hex;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    hex += {hex_digits[byte >> 4U], hex_digits[byte & 15U]};
  }
  return hex;
}

Result<std::string> bytes_of_hex(std::string_view hex) {
  std::string bytes;
  if (hex.size() % 2 != 0) return damaged("hexadecimal digits");
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    const auto high = hex_digits.find(hex[i]);
    const auto low = hex_digits.find(hex[i + 1]);
    if (high == std::string_view::npos || low == std::string_view::npos) return damaged("hexadecimal digits");
    bytes += static_cast<char>(high << 4U | low);
  }
  return bytes;
}

Error unknown_account(app::AccountId id) {
  return fail(ErrorCode::account_unknown, {{"account", std::to_string(id.value)}});
}

Error closed_account(const app::StoredAccount& account) {
  return fail(ErrorCode::account_closed, {{"account", account.name.str()}});
}

Error last_administrator(const app::StoredAccount& account) {
  return fail(ErrorCode::administrator_last, {{"account", account.name.str()}});
}

Error changed_office(const account::Office& office) {
  return fail(ErrorCode::office_changed, {{"role", std::string(account::name_of(office.role))},
                                          {"unit", std::to_string(office.unit.value)}});
}

}  // namespace nucong::store
