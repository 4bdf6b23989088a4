#include "directive/paper/paper_name.hpp"

#include "directive/paper/citation_parts.hpp"

namespace nucong::directive {
namespace {

constexpr std::size_t name_tokens_max = 34;

class PaperName {
 public:
  PaperName(const Tokens& tokens, std::size_t at, std::string_view text)
      : tokens_(tokens), parts_(tokens, text), at_(at) {}

  std::optional<NamedPaper> run(const KindRead& kind) {
    const std::size_t end = end_of(kind);
    if (end == 0) return std::nullopt;
    paper_.end = end;
    return std::move(paper_);
  }

 private:
  // 0 where the words are general ("các chương trình", "Nghị quyết của Đảng").
  std::size_t end_of(const KindRead& kind) {
    const bool is_capital = tokens_[at_].capital && !shouts_a_heading();
    const std::size_t at = kind.next;
    if (kind.type == CitationType::law) return is_capital ? law(at) : 0;
    if (kind.type == CitationType::resolution) return shouts_a_heading() ? 0 : congress(at);
    if (kind.type == CitationType::programme) return action_programme(at);
    if (!is_capital) return tokens_[at_].is("đề"_w) ? long_title(at) : 0;
    if (kind.type == CitationType::plan)
      // A plan that is named only by the paper it carries out has no name of its own.
      return parts_.words2(at, "thực"_w, "hiện"_w) && parts_.capital(at + 2) && !numbered_paper(at + 2)
                 ? dated_name(at + 2)
                 : 0;
    const Token& first = tokens_[at_];
    if (first.is("chiến"_w))
      return parts_.words2(at, "quốc"_w, "gia"_w) || parts_.word(at, "phát"_w) ? dated_name(at)
                                                                               : dated_only(at);
    if (first.is("pháp"_w)) {
      const std::size_t end = law_name_end(tokens_, at);
      return end > at ? titled(end) : plain_name(at);
    }
    // "Quyết định số … phê duyệt Đề án “…”": the title of the decision.
    if (first.is("đề"_w) && at_ > 0 && parts_.word(at_ - 1, "duyệt"_w)) return 0;
    if (first.is("đề"_w)) {
      const std::size_t quoted = quoted_project(at);
      return quoted == 0 && begins_a_mention() ? dated_only(at) : quoted;
    }
    if (first.is("hiến"_w)) return parts_.word(at, "năm"_w) && parts_.year(at + 1) ? at + 2 : 0;
    return 0;
  }

  [[nodiscard]] bool numbered_paper(std::size_t at) const {
    const auto kind = kind_at(tokens_, at);
    if (!kind) return false;
    const bool said = parts_.word(kind->next, "số"_w);
    return parts_.number_end(said ? kind->next + 1 : kind->next, *kind, said) != 0;
  }

  [[nodiscard]] bool shouts_a_heading() const {
    return tokens_[at_].shouting && at_ + 1 < tokens_.size() && tokens_[at_ + 1].shouting;
  }

  std::size_t law(std::size_t at) {
    if (at_ > 0 &&
        (parts_.word(at_ - 1, "án"_w) || parts_.word(at_ - 1, "ngành"_w) || parts_.word(at_ - 1, "học"_w) ||
         parts_.word(at_ - 1, "thảo"_w)) &&
        law_name_end(tokens_, at) == at)
      return 0;
    std::size_t end = law_name_end(tokens_, at);
    if (end == at && parts_.words2(at, "sửa"_w, "đổi"_w)) {
      end = amended_law(at);
    } else if (end == at) {
      end = parts_.capital(at) ? plain_name(at) : 0;
    }
    if (end == 0 || end == at) return 0;
    paper_.title = parts_.between(at_, end);
    const auto when = parts_.when(end);
    paper_.date = when.date;
    if (when.next > end && !when.date) paper_.title = parts_.between(at_, when.next);
    return when.next;
  }

  // "Luật sửa đổi, bổ sung một số điều của Luật A và Luật B": one law, named by those it amends.
  std::size_t amended_law(std::size_t at) {
    std::size_t end = at;
    for (int amended = 0; amended < 4; ++amended) {
      std::size_t next = end;
      while (next < tokens_.size() && next - end < 10 &&
             !(tokens_[next].is("luật"_w) && tokens_[next].capital)) {
        if (tokens_[next].kind == TokenKind::line_break || tokens_[next].is(U';'))
          return amended == 0 ? 0 : end;
        ++next;
      }
      if (next >= tokens_.size() || !(tokens_[next].is("luật"_w))) break;
      const std::size_t name = law_name_end(tokens_, next + 1);
      if (name == next + 1) break;
      end = name;
      if (!parts_.word(end, "và"_w)) break;
    }
    return end == at ? 0 : end;
  }

  // "Nghị quyết Đại hội XIII Công đoàn Việt Nam, nhiệm kỳ 2023 - 2028": which congress must be said.
  std::size_t congress(std::size_t at) {
    if (!parts_.words2(at, "đại"_w, "hội"_w) || !(parts_.capital(at) || parts_.capital(at + 2))) return 0;
    std::size_t end = at + 2;
    while (end < tokens_.size() && end - at < issuer_words_max) {
      const Token& token = tokens_[end];
      if (parts_.sign(end, U',') && parts_.words2(end + 1, "nhiệm"_w, "kỳ"_w)) {
        ++end;
        continue;
      }
      if (parts_.words2(end, "nhiệm"_w, "kỳ"_w)) {
        end = term_end(end + 2);
        break;
      }
      const bool ordinal = token.is("lần"_w) || token.is("thứ"_w) || token.is("toàn"_w) ||
                           token.is("quốc"_w) || token.is("đại"_w) || token.is("biểu"_w);
      if (token.kind == TokenKind::number && end > at + 2) {
        ++end;
        continue;
      }
      if (token.kind != TokenKind::word || (!ordinal && ends_a_name(token)) || token.is("và"_w)) break;
      ++end;
    }
    if (end == at + 2 || !tells_which(at + 2, end)) return 0;
    paper_.issuer = parts_.between(at, end);
    return end;
  }

  // An ordinal, a term, or a body named in full: "Nghị quyết Đại hội Đoàn" could be any.
  [[nodiscard]] bool tells_which(std::size_t first, std::size_t last) const {
    constexpr std::size_t full_name = 4;
    if (last - first >= full_name) return true;
    for (std::size_t i = first; i < last; ++i)
      if (parts_.number(i) || tokens_[i].is("lần"_w) ||
          (tokens_[i].shouting && tokens_[i].end - tokens_[i].begin <= 5))
        return true;
    return false;
  }

  [[nodiscard]] std::size_t term_end(std::size_t at) const {
    if (!parts_.number(at)) return at;
    if (parts_.sign(at + 1, U'-') && parts_.number(at + 2)) return at + 3;
    return at + 1;
  }

  // "chương trình hành động của … thực hiện Nghị quyết số …"
  std::size_t action_programme(std::size_t at) {
    if (!parts_.word(at - 1, "động"_w) || !parts_.word(at, "của"_w)) return 0;
    const std::size_t end = parts_.body_end(at + 1);
    if (end == at + 1 || !parts_.words2(end, "thực"_w, "hiện"_w) || end + 2 >= tokens_.size()) return 0;
    const auto other = kind_at(tokens_, end + 2);
    if (!other) return 0;
    const std::size_t begin = parts_.word(other->next, "số"_w) ? other->next + 1 : other->next;
    const std::size_t code = parts_.number_end(begin, *other, false);
    if (code == 0) return 0;
    paper_.issuer = parts_.between(at + 1, end);
    paper_.title = parts_.between(end, code);
    // The resolution is cited in its own right: reading goes on at its name.
    paper_.resume = end + 2;
    return code;
  }

  // A name that ends with its period or year may have commas inside; one that does not ends at the first.
  std::size_t dated_name(std::size_t at) {
    std::size_t plain = 0;
    std::size_t end = at;
    for (; end < tokens_.size() && end - at < name_tokens_max; ++end) {
      const Token& token = tokens_[end];
      if (token.kind == TokenKind::line_break || token.is(U';') || token.is(U'.') || token.is(U':') ||
          token.is(U'(') || token.is(U'”'))
        break;
      if (token.is("của"_w) && plain == 0) plain = end;
      if (token.is(U',') && plain == 0) plain = end;
      if (token.is(U',') && parts_.capital(end + 1) && end > at) break;
      if (parts_.words2(end, "giai"_w, "đoạn"_w) && parts_.number(end + 2)) return titled(term_end(end + 2));
      if (parts_.words2(end, "đến"_w, "năm"_w) && parts_.number(end + 2)) return titled(end + 3);
      if (parts_.words2(end, "thời"_w, "kỳ"_w) && parts_.number(end + 2)) return titled(term_end(end + 2));
      if (parts_.year(end) && parts_.sign(end + 1, U'-') && parts_.number(end + 2)) return titled(end + 3);
    }
    if (plain == 0) plain = end;
    for (std::size_t i = at + 1; i < plain; ++i)
      if (tokens_[i].is("và"_w) || tokens_[i].is("trong"_w) || tokens_[i].is("tại"_w) ||
          tokens_[i].is("gắn"_w))
        plain = i;
    return plain > at + 1 ? titled(plain) : 0;
  }

  // A name that a period or a year closes: "Đề án đào tạo cán bộ … giai đoạn 2026-2030". Without one it may
  // be any project.
  std::size_t dated_only(std::size_t at) {
    const std::size_t end = dated_name(at);
    if (end == 0 || end < at + 3) return 0;
    return tokens_[end - 1].kind == TokenKind::number ? end : 0;
  }

  // Not "phê duyệt Đề án …": the title of the paper before it.
  [[nodiscard]] bool begins_a_mention() const {
    return at_ > 0 && tokens_[at_ - 1].kind != TokenKind::line_break && !parts_.word(at_ - 1, "duyệt"_w) &&
           !parts_.word(at_ - 1, "hành"_w) && !tokens_[at_ - 1].is(U'“');
  }

  std::size_t titled(std::size_t end) {
    paper_.title = parts_.between(at_, end);
    return end;
  }

  std::size_t plain_name(std::size_t at) {
    std::size_t end = at;
    while (end < tokens_.size() && end - at < issuer_words_max && !(end > at && ends_a_name(tokens_[end])) &&
           tokens_[end].kind == TokenKind::word && !tokens_[end].is("và"_w))
      ++end;
    // "Pháp lệnh ưu đãi người có công với cách mạng" has words of its name among the stops.
    if (end + 2 < tokens_.size() && parts_.words2(end, "có"_w, "công"_w)) {
      end += 2;
      if (parts_.words2(end + 1, "cách"_w, "mạng"_w)) end += 3;
    }
    return end > at ? titled(end) : 0;
  }

  std::size_t quoted_project(std::size_t at) {
    std::size_t begin = parts_.word(at, "về"_w) ? at + 1 : at;
    if (!parts_.sign(begin, U'“') && !parts_.sign(begin, U'"')) return 0;
    const char32_t close = parts_.sign(begin, U'“') ? U'”' : U'"';
    std::size_t end = begin + 1;
    while (end < tokens_.size() && end - begin < name_tokens_max && !tokens_[end].is(close) &&
           tokens_[end].kind != TokenKind::line_break)
      ++end;
    if (!parts_.sign(end, close) || parts_.word(end + 1, "được"_w) ||
        parts_.words2(end + 1, "ban"_w, "hành"_w))
      return 0;
    paper_.title = parts_.between(begin + 1, end);
    return end + 1;
  }

  // "đề án" in small letters is a paper only under a title of some length.
  std::size_t long_title(std::size_t at) {
    constexpr std::size_t title_tokens_min = 8;
    const std::size_t end = quoted_project(at);
    return end > at + title_tokens_min ? end : 0;
  }

  const Tokens& tokens_;
  CitationParts parts_;
  std::size_t at_;
  NamedPaper paper_;
};

}  // namespace

std::optional<NamedPaper> named_paper(const Tokens& tokens, std::size_t at, const KindRead& kind,
                                      std::string_view text) {
  return PaperName(tokens, at, text).run(kind);
}

}  // namespace nucong::directive
