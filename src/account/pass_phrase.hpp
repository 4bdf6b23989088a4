// What a pass phrase must keep. Length is all that counts: rules of composition make people write it down.
#pragma once

#include <string>
#include <string_view>

#include "account/user_name.hpp"

namespace nucong::account {

inline constexpr std::size_t pass_phrase_letters_min = 10;
/// Of the text in NFC; longer ones would only cost time.
inline constexpr std::size_t pass_phrase_bytes_max = 512;

/// The pass phrase as it is to be hashed and compared: NFC, otherwise as typed, blanks and case included.
/// Errors: `text.not_utf8`; `passphrase.long` (param `most`).
[[nodiscard]] Result<std::string> normal_pass_phrase(std::string_view typed);

/// `phrase` is a normal one that somebody wants to use from now on.
/// Errors: `passphrase.short` (param `least`, in letters), `passphrase.is_name` (also the name repeated or
/// with other case and tones), `passphrase.common` (on the list of those guessed first, or one short piece
/// over and over; case, tones and blanks make no difference).
[[nodiscard]] Result<> check_pass_phrase(const std::string& phrase, const UserName& name);

/// Whether it is on the embedded list; `phrase` folded and without blanks.
[[nodiscard]] bool is_common_pass_phrase(std::string_view phrase);

}  // namespace nucong::account
