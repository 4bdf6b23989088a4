#include "account/pass_phrase.hpp"

#include <gtest/gtest.h>

namespace nucong::account {
namespace {

std::string fault(std::string_view typed, const char* name = "lan.nguyen") {
  const auto phrase = normal_pass_phrase(typed);
  if (!phrase) return std::string(dotted(phrase.error().code()));
  const auto checked = check_pass_phrase(phrase.value(), UserName::parse(name).value());
  return checked ? "ok" : std::string(dotted(checked.error().code()));
}

TEST(PassPhrase, any_sentence_will_do) {
  EXPECT_EQ(fault("mưa rơi trên mái"), "ok");
  EXPECT_EQ(fault("chị em ta cùng đi"), "ok");
  EXPECT_EQ(fault("kqzvwmtrpx"), "ok") << "no rule asks for digits, capitals or signs";
  EXPECT_EQ(fault("lan.nguyen đi chợ"), "ok");
}

TEST(PassPhrase, counts_letters_and_not_bytes) {
  EXPECT_EQ(fault("ệệệệ ữữữữ"), "passphrase.short");
  EXPECT_EQ(fault("mưa rơi đê"), "ok");
  EXPECT_EQ(fault(""), "passphrase.short");
}

TEST(PassPhrase, refuses_the_name_and_what_is_guessed_first) {
  EXPECT_EQ(fault("Lan.Nguyễn"), "passphrase.is_name");
  EXPECT_EQ(fault("lannguyen lannguyen"), "passphrase.is_name");
  EXPECT_EQ(fault("1234567890"), "passphrase.common");
  EXPECT_EQ(fault("Mật khẩu 123"), "passphrase.common");
  EXPECT_EQ(fault("CONGDOAN-2026"), "passphrase.common");
  EXPECT_EQ(fault("aaaaaaaaaaaa"), "passphrase.common");
  EXPECT_EQ(fault("abcabcabcabc"), "passphrase.common");
  EXPECT_EQ(fault("          "), "passphrase.common");
}

TEST(PassPhrase, one_sentence_in_two_normal_forms_is_one) {
  EXPECT_EQ(normal_pass_phrase("Nguye\u0302\u0303n").value(), normal_pass_phrase("Nguyễn").value());
  EXPECT_NE(normal_pass_phrase("Nguyễn").value(), normal_pass_phrase("nguyễn").value());
  EXPECT_EQ(normal_pass_phrase(" a ").value(), " a ");
}

TEST(PassPhrase, has_an_end) {
  EXPECT_TRUE(normal_pass_phrase(std::string(pass_phrase_bytes_max, 'a')).has_value());
  EXPECT_EQ(fault(std::string(pass_phrase_bytes_max + 1, 'a')), "passphrase.long");
  EXPECT_EQ(fault(std::string(10'000'000, 'a')), "passphrase.long");
  EXPECT_EQ(fault("not utf-8 \xc3\x28"), "text.not_utf8");
}

}  // namespace
}  // namespace nucong::account
