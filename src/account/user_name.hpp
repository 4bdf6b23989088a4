// The name by which somebody signs in.
#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace nucong::account {

/// 3 to 32 of a-z, 0-9 and . _ -, beginning with a letter, ending with a letter or digit. What is typed is
/// folded first: "Lan.Nguyễn" and "LAN.NGUYEN" are the name lan.nguyen, so two names never differ by case or
/// tones alone. Unique over all accounts, also closed ones: a name in the audit log means one person.
class UserName {
 public:
  /// `typed` in any normal form; blanks at both ends are dropped.
  /// Errors: `account.name_malformed` (param `name`), `text.not_utf8`.
  [[nodiscard]] static Result<UserName> parse(std::string_view typed);

  [[nodiscard]] const std::string& str() const { return text_; }
  auto operator<=>(const UserName&) const = default;

 private:
  explicit UserName(std::string text) : text_(std::move(text)) {}

  std::string text_;
};

}  // namespace nucong::account
