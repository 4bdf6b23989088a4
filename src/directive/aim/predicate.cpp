#include "directive/aim/predicate.hpp"

#include <algorithm>
#include <array>

namespace nucong::directive {
namespace {

// How surely a verb is the main one. A duty or a passive ends any subject; a verb that can also be the
// attribute of a noun ("cán bộ quản lý") ends it only where no better one comes.
enum class Verb : std::uint8_t { none, attribute, having, active, passive, duty };

// Nouns whose attribute is a verb end in few syllables: kế hoạch, công tác, chính sách, quy chế, kỹ năng, ...
bool ends_noun_of_acting(const Token& token) {
  constexpr auto syllables = std::to_array<Key>({"hoạch"_w, "tác"_w, "trình"_w, "việc"_w, "sách"_w, "chế"_w,
                                                 "pháp"_w, "năng"_w, "thức"_w, "quyền"_w, "nhiệm"_w, "phí"_w,
                                                 "tục"_w, "định"_w, "thống"_w, "vụ"_w, "có"_w, "diện"_w});
  return token.kind == TokenKind::word && token.words == 1 &&
         std::ranges::find(syllables, token.toned) != syllables.end();
}

bool follows_what_takes_a_verb(const Tokens& tokens, std::size_t at) {
  const Token& before = tokens[at - 1];
  return before.plays(role::plural | role::each | role::takes_verb | role::conj) || before.is(U'/') ||
         ends_noun_of_acting(before);
}

// "doanh nghiệp có từ 50 lao động nữ trở lên": which ones are meant, not what they are to do.
bool is_threshold(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens[at];
  return token.plays(role::having) &&
         (token.plays(role::from) || (at + 1 < tokens.size() && tokens[at + 1].plays(role::from)));
}

// "sử dụng được", "nhiệm vụ được giao", "khi được phân công": a passive that belongs to the word before it.
bool is_bound(const Tokens& tokens, std::size_t at, std::size_t last) {
  const Token& before = tokens[at - 1];
  const bool ability = before.plays(role::predicate) && !before.plays(role::attribute);
  const Key next = at + 1 < last ? tokens[at + 1].toned : Key{};
  return ability || before.plays(role::done | role::passive) || before.is("khi"_w) || before.is("tốt"_w) ||
         next == "giao"_w || next == "phân"_w || next == "phép"_w;
}

Verb verb_at(const Tokens& tokens, std::size_t at, Range clause) {
  const Token& token = tokens[at];
  if (token.kind != TokenKind::word || token.roles == 0 || at == clause.first) return Verb::none;
  if (token.cited || token.timed || token.plays(role::noun | role::event | role::past)) return Verb::none;
  if (token.is("phải"_w) || token.is("sẽ"_w) || token.is("cần"_w)) return Verb::duty;
  if (token.plays(role::duty) && token.plays(role::passive | role::having)) return Verb::duty;
  if (token.plays(role::passive)) return is_bound(tokens, at, clause.last) ? Verb::none : Verb::passive;
  if (is_threshold(tokens, at) || tokens[at - 1].is("khi"_w) || tokens[at - 1].is("người"_w))
    return Verb::none;
  if (token.plays(role::having)) return token.plays(role::at_least) ? Verb::active : Verb::having;
  const bool name = token.capital && !token.shouting;  // Bộ Xây dựng
  if (name || follows_what_takes_a_verb(tokens, at)) return Verb::none;
  if (token.begins("đạt"_w)) return Verb::active;
  if (token.is("là"_w)) return Verb::attribute;
  if (!token.plays(role::predicate | role::duty)) return Verb::none;
  const bool joint = at + 1 < clause.last && (tokens[at + 1].is(U',') || tokens[at + 1].plays(role::conj));
  // "xây dựng và triển khai …": two verbs, one object; as sure as the surer of them.
  const bool pair = joint && at + 2 < clause.last && tokens[at + 2].plays(role::predicate) &&
                    !tokens[at + 2].plays(role::noun | role::attribute);
  if (pair) return Verb::active;
  return joint || at + 1 >= clause.last || token.plays(role::attribute) ? Verb::attribute : Verb::active;
}

// A second verb after a comma or "và" is coordinate with the first: the search ends there.
bool coordinates(const Tokens& tokens, std::size_t at, Range clause) {
  if (!tokens[at].is(U',') && !tokens[at].plays(role::conj)) return false;
  std::size_t next = at + 1;
  while (next < clause.last && tokens[next].plays(role::conj | role::annual)) ++next;
  if (next >= clause.last) return false;
  const Token& token = tokens[next];
  if (token.plays(role::noun | role::event) || token.cited || token.timed) return false;
  return token.plays(role::predicate | role::passive | role::having | role::duty | role::rise | role::fall |
                     role::each);
}

// Words that open a clause of their own: what comes after them is no longer the main one.
bool subordinates(const Token& token) {
  return token.is("do"_w) || token.is("khi"_w) || token.is("nếu"_w) || token.is("theo"_w) ||
         token.is("mà"_w) || token.is("vì"_w) || token.is("nhưng"_w);
}

bool outdoes(Verb later, Verb best) {
  switch (best) {
    case Verb::none:
      return later != Verb::none;
    case Verb::attribute:
      return later > Verb::attribute;
    case Verb::having:
      return later >= Verb::having;  // "cơ quan báo chí có lượng độc giả lớn có chuyên trang"
    case Verb::passive:
      return later == Verb::passive;  // "người bị bạo lực được phát hiện được tư vấn"
    case Verb::active:
    case Verb::duty:
      return false;
  }
  return false;
}

// "được rà soát, cắt giảm, đơn giản hóa": all that is done to it.
bool within_passive(bool passive, const Token& next) {
  if (next.plays(role::attribute)) return true;
  return passive && !next.plays(role::passive | role::having | role::duty | role::rise | role::fall) &&
         !next.is("không"_w);
}

}  // namespace

std::size_t past_parentheses(const Tokens& tokens, std::size_t at, std::size_t last) {
  if (!tokens[at].is(U'(')) return at;
  for (std::size_t i = at + 1; i < last; ++i)
    if (tokens[i].is(U')')) return i + 1;
  return at;
}

bool opens_purpose(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens[at];
  if (token.is("để"_w) || token.is("nhằm"_w) || token.plays(role::purpose)) return true;
  return token.is("góp"_w) && at + 1 < tokens.size() && tokens[at + 1].is("phần"_w);
}

std::size_t main_verb(const Tokens& tokens, Range clause) {
  std::size_t best_at = clause.last;
  Verb best = Verb::none;
  for (std::size_t at = clause.first; at < clause.last; ++at) {
    if (at > clause.first && opens_purpose(tokens, at)) break;
    if (const std::size_t past = past_parentheses(tokens, at, clause.last); past > at) {
      at = past - 1;
      continue;
    }
    const bool aside = tokens[at].is(U',') && at + 1 < clause.last && tokens[at + 1].plays(role::connective);
    if (aside || (best != Verb::none && subordinates(tokens[at]))) break;
    if (best > Verb::attribute && coordinates(tokens, at, clause)) break;
    const Verb verb = verb_at(tokens, at, clause);
    if (!outdoes(verb, best)) continue;
    best = verb;
    best_at = at;
  }
  return best_at;
}

std::size_t passive_verb(const Tokens& tokens, Range clause) {
  for (std::size_t at = clause.first; at < clause.last && !opens_purpose(tokens, at); ++at) {
    const Verb verb = verb_at(tokens, at, clause);
    if (verb == Verb::passive || verb == Verb::duty) return at;
  }
  return clause.last;
}

Range first_verb_phrase(const Tokens& tokens, Range predicate) {
  constexpr std::size_t act_words = 3;  // verbs closer than this are one act: "phát hiện và triệt phá"
  if (predicate.empty()) return predicate;
  const bool passive = tokens[predicate.first].plays(role::passive);
  std::size_t words = 0;
  for (std::size_t at = predicate.first; at < predicate.last; ++at) {
    const bool aside = tokens[at].is(U'(') && at > 0 && tokens[at - 1].kind != TokenKind::number;
    if (at > predicate.first && (aside || opens_purpose(tokens, at) || tokens[at].plays(role::tied)))
      return {predicate.first, at};
    if (tokens[at].is(U',') && at + 1 < predicate.last && tokens[at + 1].plays(role::connective))
      return {predicate.first, at};
    if (words >= act_words && coordinates(tokens, at, predicate) && !within_passive(passive, tokens[at + 1]))
      return {predicate.first, at};
    if (tokens[at].kind == TokenKind::word) ++words;
  }
  return predicate;
}

}  // namespace nucong::directive
