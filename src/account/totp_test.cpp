#include "account/totp.hpp"

#include <gtest/gtest.h>

namespace nucong::account {
namespace {

// No cryptography: bytes that depend on key and message. The true one is tested in secrets/.
std::array<std::uint8_t, 20> mixed(std::string_view key, std::string_view message) {
  std::array<std::uint8_t, 20> hash{};
  std::uint32_t state = 2166136261U;
  for (const auto text : {key, message})
    for (const char c : text) state = (state ^ static_cast<unsigned char>(c)) * 16777619U;
  for (auto& byte : hash) {
    state = state * 1664525U + 1013904223U;
    byte = static_cast<std::uint8_t>(state >> 24U);
  }
  return hash;
}

constexpr std::string_view secret = "01234567890123456789";
constexpr Instant now{std::chrono::seconds{1'800'000'015}};

TEST(Totp, truncates_as_the_rfc_shows) {
  // RFC 4226, section 5.4: the example of a hash and its number 872921.
  const HmacSha1 given = [](std::string_view, std::string_view) {
    return std::array<std::uint8_t, 20>{0x1f, 0x86, 0x98, 0x69, 0x0e, 0x02, 0xca, 0x16, 0x61, 0x85,
                                        0x50, 0xef, 0x7f, 0x19, 0xda, 0x8e, 0x94, 0x5b, 0x55, 0x5a};
  };
  EXPECT_EQ(totp_code(secret, 0, given), "872921");
  const HmacSha1 zeros = [](std::string_view, std::string_view) { return std::array<std::uint8_t, 20>{}; };
  EXPECT_EQ(totp_code(secret, 0, zeros), "000000");
}

TEST(Totp, hands_the_step_over_as_eight_bytes) {
  std::string message;
  const HmacSha1 noting = [&](std::string_view, std::string_view text) {
    message = text;
    return std::array<std::uint8_t, 20>{};
  };
  static_cast<void>(totp_code(secret, 0x0102030405, noting));
  EXPECT_EQ(message, std::string("\0\0\0\x01\x02\x03\x04\x05", 8));
}

TEST(Totp, accepts_one_step_around_the_present_one) {
  const TotpStep present = totp_step(now);
  EXPECT_EQ(present, 60'000'000);
  for (TotpStep off = -3; off <= 3; ++off) {
    const auto accepted = accept_totp(secret, totp_code(secret, present + off, mixed), now, 0, mixed);
    if (off >= -1 && off <= 1) {
      EXPECT_EQ(accepted.value(), present + off);
    } else {
      EXPECT_EQ(accepted.error().code(), ErrorCode::totp_wrong);
    }
  }
}

TEST(Totp, accepts_a_step_once_and_none_before_it) {
  const TotpStep present = totp_step(now);
  const auto typed = totp_code(secret, present, mixed);
  ASSERT_TRUE(accept_totp(secret, typed, now, present - 1, mixed).has_value());
  EXPECT_TRUE(accept_totp(secret, typed, now, present, mixed).has_error());
  EXPECT_TRUE(accept_totp(secret, totp_code(secret, present - 1, mixed), now, present, mixed).has_error());
}

TEST(Totp, reads_digits_in_groups_and_nothing_else) {
  auto typed = totp_code(secret, totp_step(now), mixed);
  typed.insert(3, " ");
  EXPECT_TRUE(accept_totp(secret, typed, now, 0, mixed).has_value());
  for (const auto* wrong : {"", "12345", "1234567", "abcdef"})
    EXPECT_TRUE(accept_totp(secret, wrong, now, 0, mixed).has_error()) << wrong;
}

TEST(Totp, spells_secrets_as_rfc_4648_does) {
  EXPECT_EQ(base32(""), "");
  EXPECT_EQ(base32("f"), "MY");
  EXPECT_EQ(base32("foob"), "MZXW6YQ");
  EXPECT_EQ(base32("foobar"), "MZXW6YTBOI");
  for (const auto* text : {"", "f", "fo", "foo", "foob", "fooba", "foobar"})
    EXPECT_EQ(bytes_of_base32(base32(text)), text);
  EXPECT_EQ(bytes_of_base32("mzxw 6ytb oi"), "foobar");
  EXPECT_EQ(bytes_of_base32("M1"), std::nullopt);
}

TEST(Totp, writes_what_an_authenticator_reads) {
  EXPECT_EQ(totp_uri("Nữ Công", "lan.nguyen", "GEZDGNBV"),
            "otpauth://totp/N%E1%BB%AF%20C%C3%B4ng:lan.nguyen?secret=GEZDGNBV&issuer=N%E1%BB%AF%20C%C3%B4ng");
}

}  // namespace
}  // namespace nucong::account
