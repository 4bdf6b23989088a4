#include "account/pass_phrase.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace nucong::account {
namespace {

std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// What a guesser would try in one go: case, tones and blanks aside.
std::string guessed(std::string_view text) {
  std::string key = folded(text);
  std::erase_if(key, [](char c) { return c == ' ' || c == '.' || c == '-' || c == '_'; });
  return key;
}

bool repeats(std::string_view text, std::string_view piece) {
  if (text.empty() || piece.empty() || text.size() % piece.size() != 0) return false;
  for (std::size_t at = 0; at < text.size(); at += piece.size())
    if (text.substr(at, piece.size()) != piece) return false;
  return true;
}

bool repeats_a_short_piece(std::string_view text) {
  constexpr std::size_t short_piece = 4;
  for (std::size_t length = 1; length <= std::min(short_piece, text.size() / 2); ++length)
    if (repeats(text, text.substr(0, length))) return true;
  return false;
}

}  // namespace

Result<std::string> normal_pass_phrase(std::string_view typed) {
  const auto too_long = [] {
    return fail(ErrorCode::passphrase_long, {{"most", std::to_string(pass_phrase_bytes_max)}});
  };
  // A letter takes at most three times the bytes before it is composed.
  if (typed.size() > 3 * pass_phrase_bytes_max) return too_long();
  TRY(auto text, nfc(typed));
  if (text.size() > pass_phrase_bytes_max) return too_long();
  return text;
}

Result<> check_pass_phrase(const std::string& phrase, const UserName& name) {
  if (letters_in(phrase) < pass_phrase_letters_min)
    return fail(ErrorCode::passphrase_short, {{"least", std::to_string(pass_phrase_letters_min)}});
  const std::string key = guessed(phrase);
  if (repeats(key, guessed(name.str()))) return fail(ErrorCode::passphrase_is_name);
  if (key.empty() || repeats_a_short_piece(key) || is_common_pass_phrase(key))
    return fail(ErrorCode::passphrase_common);
  return ok();
}

}  // namespace nucong::account
