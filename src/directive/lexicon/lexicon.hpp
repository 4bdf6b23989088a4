// The words by which directives are read. A phrase plays one or more roles; the tables say which and why.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "directive/text/letters.hpp"

namespace nucong::directive {

using Roles = std::uint64_t;

namespace role {
constexpr Roles bit(unsigned n) {
  return Roles{1} << n;
}

// How a number is compared.
inline constexpr Roles at_least = bit(0);
inline constexpr Roles more_than = bit(1);
inline constexpr Roles at_most = bit(2);
inline constexpr Roles less_than = bit(3);
inline constexpr Roles about = bit(4);
inline constexpr Roles exactly = bit(5);    ///< là, ở mức, bằng
inline constexpr Roles or_more = bit(6);    ///< stands after the number: trở lên
inline constexpr Roles or_less = bit(7);    ///< trở xuống
inline constexpr Roles reach = bit(8);      ///< đạt, lên, lên đến: a level to come up to
inline constexpr Roles come_down = bit(9);  ///< xuống, còn: a level to come down to
inline constexpr Roles from = bit(10);
inline constexpr Roles until = bit(11);
// Change against a base.
inline constexpr Roles rise = bit(12);
inline constexpr Roles fall = bit(13);
inline constexpr Roles growth = bit(14);  ///< a rate of change by its name: tốc độ tăng, mức giảm
inline constexpr Roles lift = bit(15);    ///< nâng: always names a level
// Is it an aim?
inline constexpr Roles aim = bit(16);
inline constexpr Roles duty = bit(17);
inline constexpr Roles task = bit(18);
inline constexpr Roles done = bit(19);
inline constexpr Roles present = bit(20);
inline constexpr Roles account = bit(21);  ///< words only a report uses
inline constexpr Roles norm = bit(22);     ///< rules of grading, procedure and pay
inline constexpr Roles purpose = bit(23);  ///< để, nhằm
inline constexpr Roles connective = bit(24);
inline constexpr Roles annual = bit(25);
// Building blocks of a clause.
inline constexpr Roles each = bit(26);
inline constexpr Roles output = bit(27);  ///< verbs whose object is counted: tổ chức, xây dựng, trao
inline constexpr Roles predicate = bit(28);  ///< verbs that begin what the subject is to do
inline constexpr Roles passive = bit(29);    ///< được, bị
inline constexpr Roles having = bit(30);
inline constexpr Roles share = bit(31);  ///< tỷ lệ, tỷ trọng, mức độ: what is measured in percent
inline constexpr Roles rate = bit(32);   ///< tỷ suất, tỷ số: so many in 1.000
inline constexpr Roles worth = bit(33);  ///< doanh thu, giá trị: money that can be an aim
inline constexpr Roles budget = bit(34);
inline constexpr Roles wage = bit(35);
// What stands around a number.
inline constexpr Roles label = bit(36);  ///< the number after it is a name: Điều 5, khóa 10
inline constexpr Roles time_unit = bit(37);
inline constexpr Roles measure = bit(38);  ///< units of length, area, mass, ...
inline constexpr Roles dong = bit(39);
inline constexpr Roles percent = bit(40);
inline constexpr Roles times = bit(41);
inline constexpr Roles magnitude = bit(42);  ///< nghìn, triệu, tỷ
inline constexpr Roles structure = bit(43);  ///< nouns that count parts of the paper itself: nhóm, nhiệm vụ
inline constexpr Roles preposition = bit(44);
inline constexpr Roles noun = bit(45);  ///< compounds that contain a verb or a preposition but are nouns
inline constexpr Roles span_of_life =
    bit(46);  ///< measures whose unit is a time: tuổi thọ, số năm, thời gian
inline constexpr Roles rank = bit(47);
inline constexpr Roles people = bit(49);
inline constexpr Roles event = bit(50);  ///< things a union holds or hands out and counts: lớp, buổi, suất
inline constexpr Roles plural = bit(51);  ///< các, những
inline constexpr Roles past =
    bit(52);  ///< attributes that use đã without telling a result: đã được phê duyệt
inline constexpr Roles whole = bit(53);  ///< số, tổng số: a fraction of it follows
inline constexpr Roles tied = bit(54);   ///< so với
inline constexpr Roles conj = bit(55);   ///< và, hoặc
inline constexpr Roles review =
    bit(56);  ///< a report where it opens a heading or a sentence: kết quả, tình hình
inline constexpr Roles attribute = bit(48);  ///< verbs that also tell what a noun is like: cán bộ quản lý
inline constexpr Roles election = bit(57);
inline constexpr Roles property = bit(58);  ///< diện tích: after a comma, what the thing before is like
inline constexpr Roles takes_verb =
    bit(60);  ///< nouns whose attribute is a verb: kế hoạch, nhiệm vụ, nhu cầu
inline constexpr Roles state = bit(61);  ///< what happens to people or things, as a rate names it: tử vong
inline constexpr Roles causative =
    bit(62);  ///< verbs whose object is to do something: giúp, hướng dẫn, vận động
inline constexpr Roles concerning = bit(63);  ///< đối với: for whom the figure before it is
inline constexpr Roles fund = bit(59);  ///< vận động, huy động: raising money is an aim, spending it is not
}  // namespace role

inline constexpr std::size_t phrase_words_max = 7;

struct Phrase {
  std::array<Key, phrase_words_max> words{};
  std::size_t size = 0;
  Roles roles = 0;

  consteval Phrase(std::string_view text, Roles played) : roles(played) {
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t end = text.find(' ', at) == std::string_view::npos ? text.size() : text.find(' ', at);
      words.at(size++) = key_of(text.substr(at, end - at));
      at = end + 1;
    }
  }
};

/// All phrases that begin with `first`, the longest first; empty if none does. O(log of the lexicon).
[[nodiscard]] std::span<const Phrase> phrases_from(Key first);

/// The tables, by subject; `phrases_from` looks into all of them.
[[nodiscard]] std::span<const Phrase> quantity_phrases();
[[nodiscard]] std::span<const Phrase> mood_phrases();
[[nodiscard]] std::span<const Phrase> clause_phrases();
[[nodiscard]] std::span<const Phrase> act_phrases();

}  // namespace nucong::directive
