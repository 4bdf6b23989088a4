// The second factor: six digits that change every half minute (RFC 6238), each accepted once.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "account/account.hpp"
#include "base/result.hpp"

namespace nucong::account {

/// HMAC-SHA1 of a message under a key: 20 bytes. Comes through a port, as the domain knows no cryptography.
using HmacSha1 = std::function<std::array<std::uint8_t, 20>(std::string_view key, std::string_view message)>;

/// The number of a step of time since 1970.
using TotpStep = std::int64_t;

/// What every authenticator app takes for granted (RFC 6238, section 4): do not change.
inline constexpr std::chrono::seconds totp_step_length{30};
inline constexpr int totp_digits = 6;
/// Steps before and after the present one that are accepted: for clocks that go wrong and slow fingers.
inline constexpr TotpStep totp_window = 1;
/// RFC 4226 asks for at least 16 and recommends 20 bytes.
inline constexpr std::size_t totp_secret_bytes = 20;

[[nodiscard]] TotpStep totp_step(Instant at);
/// The digits of one step, zeros in front included. `secret` is bytes.
[[nodiscard]] std::string totp_code(std::string_view secret, TotpStep step, const HmacSha1& hmac);

/// The step whose code was typed (blanks make no difference). Only steps within the window and after
/// `last_used` count: whoever looks over a shoulder cannot use the same digits again.
/// Errors: `totp.wrong`.
[[nodiscard]] Result<TotpStep> accept_totp(std::string_view secret, std::string_view typed, Instant now,
                                           TotpStep last_used, const HmacSha1& hmac);

/// RFC 4648 without padding: how a secret is typed into an authenticator app.
[[nodiscard]] std::string base32(std::string_view bytes);

/// The same back; blanks and case make no difference. None if it is not base32.
[[nodiscard]] std::optional<std::string> bytes_of_base32(std::string_view text);

/// What an authenticator app reads from the QR code: otpauth://totp/ISSUER:NAME?secret=...&issuer=ISSUER.
/// `secret_base32` without padding.
[[nodiscard]] std::string totp_uri(std::string_view issuer, std::string_view name,
                                   std::string_view secret_base32);

}  // namespace nucong::account
