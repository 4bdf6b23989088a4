// Of the pass phrases that are long enough those guessed first: of public lists of leaked ones, the short
// words of this trade, and the town and the year. Folded, without blanks, ascending.
#include <algorithm>
#include <array>

#include "account/pass_phrase.hpp"

namespace nucong::account {
namespace {

// clang-format off
constexpr auto common = std::to_array<std::string_view>({
    "0123456789", "0123456789a", "0987654321", "1234567890", "1234567891", "12345678910", "123456789a",
    "123456789q", "1q2w3e4r5t", "1qaz2wsx3edc", "2thang91945", "8thang32026", "9876543210",
    "a123456789", "abc1234567", "abcd123456", "abcde12345", "abcdefghij", "abcdefghijk", "admin12345",
    "admin123456", "admin123456789", "adminadmin1", "administrator", "anhyeuem123", "anhyeuemnhieu",
    "asdfghjkl1", "asdfghjkl;", "bannucong123", "changeme12", "changeme123", "chaomung123",
    "chucmungnammoi", "congdoan123", "congdoan1234", "congdoan2024", "congdoan2025", "congdoan2026",
    "congdoanvietnam", "dangnhap123", "emyeuanh123", "emyeuanhnhieu", "football123", "giadinh123",
    "giadinhtoi", "gioiviecnuocdamviecnha", "gioivietnuoc", "hanoivietnam", "hoilamgi123", "iloveyou12",
    "iloveyou123", "iloveyouforever", "khongcomatkhau", "letmein1234", "liendoan123", "liendoanlaodong",
    "maianhyeuem", "matkhau123", "matkhau1234", "matkhau12345", "matkhau123456", "matkhaucuatoi",
    "matkhaumoi", "mypassword", "mypassword1", "nucong1234", "nucong2024", "nucong2025", "nucong2026",
    "nucongvietnam", "p@ssw0rd12", "p@ssw0rd123", "p@ssword123", "passw0rd123", "password12",
    "password123", "password1234", "phunu12345", "phunuvietnam", "princess123", "q123456789",
    "qazwsxedcrfv", "quenmatkhau", "qwerty1234", "qwerty12345", "qwerty123456", "qwertyuiop",
    "qwertyuiop1", "saigon1234", "saigon12345", "sunshine123", "superman123", "thanhcong123",
    "toiyeuvietnam", "tongliendoan", "vietnam123", "vietnam1234", "vietnam1945", "vietnam1975",
    "welcome123", "welcome1234", "xinchao123", "yeuvietnam", "zxcvbnm123"});
// clang-format on
static_assert(std::ranges::is_sorted(common));

}  // namespace

bool is_common_pass_phrase(std::string_view phrase) {
  return std::ranges::binary_search(common, phrase);
}

}  // namespace nucong::account
