#include "account/totp.hpp"

#include <algorithm>

namespace nucong::account {
namespace {

std::string big_endian(TotpStep step) {
  std::string bytes(8, '\0');
  auto rest = static_cast<std::uint64_t>(step);
  for (std::size_t i = bytes.size(); i-- > 0; rest >>= 8) bytes[i] = static_cast<char>(rest & 0xffU);
  return bytes;
}

// Every digit is looked at, whichever is the first that differs.
bool same_digits(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    difference |= static_cast<unsigned>(a[i]) ^ static_cast<unsigned>(b[i]);
  return difference == 0;
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.' || c == '_' || c == '~';
    if (plain) {
      encoded += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded += {'%', hex[byte >> 4U], hex[byte & 15U]};
  }
  return encoded;
}

}  // namespace

TotpStep totp_step(Instant at) {
  return at.time_since_epoch() / totp_step_length;
}

// RFC 4226, section 5.3: the last four bits of the hash say where in it the number begins.
std::string totp_code(std::string_view secret, TotpStep step, const HmacSha1& hmac) {
  const auto hash = hmac(secret, big_endian(step));
  const std::size_t offset = hash.back() & 15U;
  std::uint32_t number = hash[offset] & 127U;
  for (std::size_t i = 1; i < 4; ++i) number = number << 8U | hash[offset + i];
  std::string digits(totp_digits, '0');
  for (std::size_t i = digits.size(); i-- > 0; number /= 10) digits[i] = static_cast<char>('0' + number % 10);
  return digits;
}

Result<TotpStep> accept_totp(std::string_view secret, std::string_view typed, Instant now, TotpStep last_used,
                             const HmacSha1& hmac) {
  std::string digits(typed);
  std::erase(digits, ' ');
  const TotpStep present = totp_step(now);
  for (TotpStep step = present - totp_window; step <= present + totp_window; ++step)
    if (step > last_used && same_digits(digits, totp_code(secret, step, hmac))) return step;
  return fail(ErrorCode::totp_wrong);
}

std::string base32(std::string_view bytes) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string text;
  std::uint32_t bits = 0;
  unsigned held = 0;
  for (const char byte : bytes) {
    bits = (bits << 8U | static_cast<unsigned char>(byte)) & 0xffffU;
    for (held += 8; held >= 5; held -= 5) text += letters[bits >> (held - 5) & 31U];
  }
  if (held > 0) text += letters[bits << (5 - held) & 31U];
  return text;
}

std::optional<std::string> bytes_of_base32(std::string_view text) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string bytes;
  std::uint32_t bits = 0;
  unsigned held = 0;
  for (const char typed : text) {
    if (typed == ' ') continue;
    const char c = typed >= 'a' && typed <= 'z' ? static_cast<char>(typed - 'a' + 'A') : typed;
    const auto value = letters.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    bits = (bits << 5U | static_cast<std::uint32_t>(value)) & 0xffffU;
    held += 5;
    if (held < 8) continue;
    held -= 8;
    bytes += static_cast<char>(bits >> held & 255U);
  }
  return bytes;
}

std::string totp_uri(std::string_view issuer, std::string_view name, std::string_view secret_base32) {
  return "otpauth://totp/" + percent_encoded(issuer) + ":" + percent_encoded(name) +
         "?secret=" + std::string(secret_base32) + "&issuer=" + percent_encoded(issuer);
}

}  // namespace nucong::account
