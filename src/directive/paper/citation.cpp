#include "directive/paper/citation.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "directive/paper/citation_parts.hpp"
#include "directive/paper/paper_name.hpp"
#include "directive/text/calendar.hpp"

namespace nucong::directive {
namespace {

constexpr std::size_t title_tokens_max = 70;
constexpr std::size_t head_tokens_max = 26;  // between a date at the head of a sentence and the paper

class CitationFinder {
 public:
  CitationFinder(Tokens& tokens, std::string_view text)
      : tokens_(tokens), parts_(tokens, text), text_(text) {}

  std::vector<Citation> run() {
    for (at_ = 0; at_ < tokens_.size();) {
      const std::size_t next = step();
      at_ = std::max(next, at_ + 1);
    }
    return std::move(found_);
  }

 private:
  std::size_t step() {
    const auto kind = kind_at(tokens_, at_);
    if (!kind) return at_;
    draft_ = Citation{};
    draft_.type = kind->type;
    if (const std::size_t next = numbered(*kind); next != 0) return next;
    if (kind->abbreviated) return at_;
    if (const std::size_t next = plenum(*kind); next != 0) return next;
    if (at_ < title_end_) return at_;
    auto paper = named_paper(tokens_, at_, *kind, text_);
    if (!paper) return at_;
    draft_.date = paper->date;
    draft_.issuer = std::move(paper->issuer);
    draft_.title = std::move(paper->title);
    const std::size_t end = accept(paper->end, paper->end);
    return paper->resume == 0 ? end : paper->resume;
  }

  // ---- kind + number [+ date] [+ issuer] [+ title]

  std::size_t numbered(const KindRead& kind) {
    std::size_t at = kind.next;
    if (draft_.type == CitationType::law) at = std::max(at, law_name_end(tokens_, at));
    bool said = false;
    if (parts_.word(at, "số"_w)) {
      said = true;
      ++at;
    }
    if (parts_.sign(at, U':') && said) ++at;
    const std::size_t end = parts_.number_end(at, kind, said);
    if (end == 0) return 0;
    draft_.number = compact_number(parts_.between(at, end));
    const std::size_t next = details(end);
    more_numbers(next, draft_.type);
    return next_;
  }

  // "các Nghị quyết số 11-NQ/TW, số 20-NQ/TW và 21-NQ/TW": the kind is said once.
  void more_numbers(std::size_t at, CitationType type) {
    next_ = at;
    for (int i = 0; i < 8; ++i) {
      if (!parts_.sign(at, U',') && !parts_.word(at, "và"_w)) return;
      std::size_t begin = at + 1;
      if (parts_.word(begin, "số"_w)) ++begin;
      const KindRead no_bare{CitationType::other, begin, true};
      const std::size_t end = parts_.number_end(begin, no_bare, false);
      if (end == 0) return;
      at_ = begin;
      draft_ = Citation{};
      draft_.type = type;
      draft_.number = compact_number(parts_.between(begin, end));
      at = details(end);
      next_ = at;
    }
  }

  std::size_t details(std::size_t at) {
    const std::size_t code_end = at;
    at = read_when(at);
    at = read_issuer(at);
    if (!draft_.date && at == code_end) read_date_before();
    if (!draft_.date) at = read_when(at);
    const std::size_t end = at;
    return accept(end, read_title(at));
  }

  std::size_t read_when(std::size_t at) {
    const auto when = parts_.when(at);
    if (when.date) draft_.date = when.date;
    return when.next;
  }

  // "Ngày 26/11/2025, UBND thành phố đã có Chỉ thị …": the date stands at the head of the sentence.
  void read_date_before() {
    const std::size_t back = at_ > head_tokens_max ? at_ - head_tokens_max : 0;
    for (std::size_t i = at_; i > back; --i) {
      const Token& token = tokens_[i - 1];
      if (token.kind == TokenKind::line_break || (token.is(U'.') && parts_.capital(i))) return;
      if (!token.capital || !token.is("ngày"_w)) continue;
      const auto date = read_date(tokens_, i - 1, text_);
      if (!date || !parts_.sign(date->next, U',')) return;
      const bool issued = parts_.word(at_ - 1, "có"_w) || parts_.word(at_ - 1, "hành"_w) ||
                          parts_.word(at_ - 1, "ký"_w) || parts_.word(at_ - 1, "ra"_w);
      if (!issued) return;
      draft_.date = date->date;
      std::size_t end = date->next + 1;
      while (end < at_ && !ends_a_name(tokens_[end])) ++end;
      if (end > date->next + 1) draft_.issuer = parts_.between(date->next + 1, end);
      return;
    }
  }

  std::size_t read_issuer(std::size_t at) {
    std::size_t begin = at;
    if (parts_.sign(begin, U',')) ++begin;
    if (parts_.word(begin, "của"_w))
      ++begin;
    else if (parts_.word(at, "do"_w))
      begin = at + 1;
    else if (!(draft_.number && begin == at && parts_.capital(at) && names_a_body(at)))
      return at;
    const std::size_t end = parts_.body_end(begin);
    if (end == begin) return at;
    draft_.issuer = parts_.between(begin, end);
    return parts_.words2(end, "ban"_w, "hành"_w) && parts_.word(at, "do"_w) ? end + 2 : end;
  }

  [[nodiscard]] bool names_a_body(std::size_t at) const {
    constexpr auto heads = std::to_array<Key>({"ban"_w, "bộ"_w, "chính"_w, "thủ"_w, "quốc"_w, "ủy"_w, "uỷ"_w,
                                               "ubnd"_w, "hđnd"_w, "đoàn"_w, "tổng"_w, "trung"_w, "tỉnh"_w,
                                               "thành"_w, "đảng"_w, "bch"_w, "công"_w, "liên"_w, "hội"_w});
    return std::ranges::find(heads, tokens_[at].toned) != heads.end();
  }

  // "về [việc] …" or a title in quotes; returns where it ends. It is no part of the quote.
  std::size_t read_title(std::size_t at) {
    std::size_t begin = at;
    bool about = false;
    if (parts_.words2(begin, "về"_w, "việc"_w)) {
      begin += 2;
      about = true;
    } else if (parts_.word(begin, "về"_w)) {
      ++begin;
      about = true;
    }
    if (parts_.sign(begin, U'“')) {
      std::size_t end = begin + 1;
      while (end < tokens_.size() && end - begin < title_tokens_max && !tokens_[end].is(U'”') &&
             tokens_[end].kind != TokenKind::line_break)
        ++end;
      draft_.title = parts_.between(begin + 1, end);
      return end;
    }
    if (!about) return at;
    std::size_t end = begin;
    for (; end < tokens_.size() && end - begin < title_tokens_max; ++end) {
      const Token& token = tokens_[end];
      if (token.kind == TokenKind::line_break || token.is(U';') || token.is(U'.') || token.is(U':') ||
          token.is(U'('))
        break;
      if ((token.is(U',') || token.is("và"_w)) && parts_.capital(end + 1)) break;
      if (token.is(U',') && (parts_.word(end + 1, "căn"_w) || parts_.word(end + 1, "sáng"_w) ||
                             parts_.word(end + 1, "chiều"_w) || parts_.word(end + 1, "ngày"_w)))
        break;
    }
    draft_.title = parts_.between(begin, end);
    return end;
  }

  // ---- papers without a number

  // "Nghị quyết Trung ương 4 khóa XII": the ordinal of the plenum serves as the number.
  std::size_t plenum(const KindRead& kind) {
    if (kind.type != CitationType::resolution) return 0;
    std::size_t at = kind.next;
    if (parts_.word(at, "của"_w) && parts_.words2(at + 1, "hội"_w, "nghị"_w)) ++at;
    if (parts_.words2(at, "hội"_w, "nghị"_w)) at += 2;
    const std::size_t body = at;
    if (!parts_.words2(at, "trung"_w, "ương"_w) && !parts_.word(at, "tw"_w)) return 0;
    at += parts_.word(at, "tw"_w) ? std::size_t{1} : std::size_t{2};
    const std::size_t body_end = at;
    if (parts_.word(at, "lần"_w)) at += 2;
    if (!parts_.number(at)) return 0;
    draft_.number = parts_.between(at, at + 1);
    ++at;
    if (parts_.sign(at, U',') || parts_.sign(at, U'(')) ++at;
    if ((parts_.word(at, "khóa"_w) || parts_.word(at, "khoá"_w)) && at + 1 < tokens_.size())
      at += 2;
    else if (parts_.sign(at - 1, U',') || parts_.sign(at - 1, U'('))
      --at;
    std::size_t end = read_when(at);
    end = read_issuer(end);
    if (!draft_.issuer) draft_.issuer = parts_.between(body, body_end);
    return accept(end, read_title(end));
  }

  std::size_t accept(std::size_t end, std::size_t title_end) {
    draft_.span = {tokens_[at_].begin, tokens_[end - 1].end};
    draft_.quote = parts_.between(at_, end);
    for (std::size_t i = at_; i < end; ++i) tokens_[i].cited = true;
    if (title_end > end) title_end_ = title_end;
    found_.push_back(std::move(draft_));
    return end;
  }

  Tokens& tokens_;
  CitationParts parts_;
  std::string_view text_;
  std::vector<Citation> found_;
  Citation draft_;
  std::size_t at_ = 0;
  std::size_t next_ = 0;
  std::size_t title_end_ = 0;
};

}  // namespace

std::vector<Citation> find_citations(Tokens& tokens, std::string_view text) {
  return CitationFinder(tokens, text).run();
}

}  // namespace nucong::directive
