#include "directive/paper/citation_parts.hpp"

#include "directive/text/calendar.hpp"

namespace nucong::directive {

bool CitationParts::year(std::size_t at) const {
  return year_at(all_, at, text_).has_value();
}

std::string CitationParts::between(std::size_t first, std::size_t last) const {
  if (last <= first) return {};
  return std::string(text_.substr(all_[first].begin, all_[last - 1].end - all_[first].begin));
}

std::size_t CitationParts::number_end(std::size_t at, const KindRead& kind, bool said) const {
  if (!number(at)) return 0;
  std::size_t end = at + 1;
  const std::uint32_t digits = all_[at].end - all_[at].begin;
  if (digits > 6) return 0;
  if (end < all_.size() && all_[end].kind == TokenKind::word && all_[end].glued &&
      all_[end].end - all_[end].begin == 1)
    ++end;
  bool coded = false;
  if (end + 1 < all_.size() && all_[end].kind == TokenKind::word && all_[end].shouting &&
      sign(end + 1, U'-')) {
    ++end;
    coded = true;
  }
  while (sign(end, U'/') || sign(end, U'-')) {
    const std::size_t part = end + 1;
    if (part >= all_.size()) break;
    const Token& piece = all_[part];
    const bool code = piece.kind == TokenKind::word &&
                      (piece.shouting || (piece.capital && piece.glued && piece.end - piece.begin <= 5));
    const bool year_part = piece.kind == TokenKind::number && sign(end, U'/') && piece.glued;
    if (!code && !year_part) break;
    coded = coded || code;
    end = part + 1;
    // "CTTN&BĐG"
    while (sign(end, U'&') && all_[end].glued && end + 1 < all_.size() && all_[end + 1].glued &&
           all_[end + 1].shouting)
      end += 2;
  }
  if (coded) return end;
  const std::size_t bare = end == at + 2 && all_[at + 1].kind == TokenKind::word ? at + 2 : at + 1;  // "7c"
  return bare_number_is_a_name(at, kind, said) ||
                 (bare == at + 2 && !kind.abbreviated && kind.type == CitationType::resolution)
             ? bare
             : 0;
}

bool CitationParts::bare_number_is_a_name(std::size_t at, const KindRead& kind, bool said) const {
  const bool numbered_kind = kind.type == CitationType::resolution ||
                             kind.type == CitationType::instruction || kind.type == CitationType::decree ||
                             kind.type == CitationType::conclusion || kind.type == CitationType::decision;
  if (kind.abbreviated || year(at)) return false;
  if (said) return numbered_kind || capital(at + 1);
  const bool project =
      kind.type == CitationType::other && at > 1 && word(at - 1, "án"_w) && all_[at - 2].capital;
  if (project) return all_[at].end - all_[at].begin >= 2;  // Đề án 938
  if (!numbered_kind) return false;
  // "Nghị quyết 28 nêu rõ": no verb is spelt like these, as "quyết định" and "kết luận" are.
  const bool noun_only = kind.type == CitationType::resolution || kind.type == CitationType::instruction ||
                         kind.type == CitationType::decree;
  if (noun_only && at > 1 && all_[at - 2].capital && all_[at].end - all_[at].begin >= 2) return true;
  return capital(at + 1) || word(at + 1, "của"_w) || word(at + 1, "về"_w) || word(at + 1, "năm"_w) ||
         word(at + 1, "ngày"_w) || sign(at + 1, U',') || sign(at + 1, U'.') || sign(at + 1, U')') ||
         word(at + 1, "và"_w);
}

std::size_t CitationParts::body_end(std::size_t begin) const {
  if (!capital(begin)) return begin;
  std::size_t end = begin;
  while (end < all_.size() && end - begin < issuer_words_max) {
    const Token& piece = all_[end];
    const bool joint =
        (piece.is(U'&') || piece.is(U'-')) && piece.glued && end + 1 < all_.size() && all_[end + 1].glued;
    if (joint) {
      ++end;
      continue;
    }
    if (piece.kind != TokenKind::word || (end > begin && !piece.capital && ends_a_name(piece))) break;
    if (end > begin && word(end, "và"_w) && (!capital(end + 1) || kind_at(all_, end + 1))) break;
    if (end > begin && kind_at(all_, end) && !piece.capital) break;
    ++end;
  }
  return end;
}

CitationParts::When CitationParts::when(std::size_t at) const {
  std::size_t begin = at;
  const bool inside = sign(begin, U'(');
  if (sign(begin, U',') || inside) ++begin;
  if (word(begin, "ký"_w)) ++begin;
  const bool says_day =
      within(begin) && all_[begin].kind == TokenKind::word && all_[begin].folded == "ngay"_w;
  if (const auto read = read_date(all_, begin, text_); read && (says_day || begin == at || inside))
    return {inside && sign(read->next, U')') ? read->next + 1 : read->next, read->date};
  if (word(at, "năm"_w) && year(at + 1)) return {at + 2, std::nullopt};
  if (year(at) && !sign(at + 1, U'-')) return {at + 1, std::nullopt};
  return {at, std::nullopt};
}

std::string compact_number(std::string_view number) {
  std::string out;
  for (std::size_t i = 0; i < number.size(); ++i) {
    const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
    const auto joint = [](char c) { return c == '-' || c == '/'; };
    if (!blank(number[i])) {
      out += number[i];
      continue;
    }
    std::size_t next = i;
    while (next < number.size() && blank(number[next])) ++next;
    const bool at_joint = (!out.empty() && joint(out.back())) ||
                          (next < number.size() && (joint(number[next]) || number[next] == '\xE2'));
    if (!at_joint) out += ' ';
    i = next - 1;
  }
  return out;
}

}  // namespace nucong::directive
