#include "directive/text/outline.hpp"

#include <algorithm>

namespace nucong::directive {
namespace {

// Kinds of label. Two blocks with the same kind are siblings, whatever kind an author chose to nest in which.
enum class Label : std::uint8_t {
  none,
  title,
  deadline,
  capitals,
  article,
  roman,
  roman_sub,
  upper_letter,
  number,
  number_2,
  number_3,
  parenthesis,
  lower_letter,
  dash,
  plus,
  dot,
  star
};

constexpr std::size_t heading_tokens_max = 45;
constexpr std::size_t short_heading_tokens_max = 22;
constexpr std::size_t depth_max = 24;

bool is_bullet(Label label) {
  return label >= Label::dash;
}

struct Labelled {
  Label label = Label::none;
  std::size_t content = 0;
};

bool is_roman(const Token& token) {
  constexpr auto digits = std::to_array<Key>(
      {"i"_w, "ii"_w, "iii"_w, "iv"_w, "v"_w, "vi"_w, "vii"_w, "viii"_w, "ix"_w, "x"_w, "xi"_w, "xii"_w});
  return token.kind == TokenKind::word && token.capital && token.words == 1 &&
         std::ranges::find(digits, token.toned) != digits.end();
}

class Outliner {
 public:
  Outliner(const Tokens& tokens, const std::vector<TimePhrase>& times) : tokens_(tokens), times_(times) {}

  std::vector<Block> run() {
    std::size_t first = 0;
    for (std::size_t at = 0; at <= tokens_.size(); ++at) {
      if (at < tokens_.size() && tokens_[at].kind != TokenKind::line_break) continue;
      if (at > first) add(first, at);
      first = at + 1;
    }
    return std::move(blocks_);
  }

 private:
  /// A heading's mood and the token that tells it.
  struct Told {
    Mood mood = Mood::none;
    std::size_t at = 0;
  };

  struct Section {
    Label label;
    Mood mood;
    std::size_t mood_at;
    std::optional<Horizon> deadline;
    bool lists_only;  ///< its mood is for the list that follows, not for prose
    bool heading;
  };

  [[nodiscard]] bool sign(std::size_t at, std::size_t last, char32_t s) const {
    return at < last && tokens_[at].is(s);
  }

  [[nodiscard]] Labelled label_of(std::size_t at, std::size_t last) const {
    while (sign(at, last, U'|')) ++at;
    if (at >= last) return {Label::none, at};
    const Token& token = tokens_[at];
    const bool bar = sign(at + 1, last, U'|');
    const bool closes = sign(at + 1, last, U'.') || sign(at + 1, last, U')') || bar;
    if (token.kind == TokenKind::symbol) return sign_label(at, last);
    if (token.kind == TokenKind::number) return number_label(at, last);
    if (token.is("điều"_w) && at + 1 < last && tokens_[at + 1].kind == TokenKind::number)
      return {Label::article, at + 2};
    if (!closes || token.words != 1) return {Label::none, at};
    if (is_roman(token)) {
      const bool sub = at + 2 < last && tokens_[at + 2].kind == TokenKind::number && tokens_[at + 2].glued;
      return sub ? Labelled{Label::roman_sub, at + 3} : Labelled{Label::roman, at + 2};
    }
    const bool letter = token.end - token.begin <= 2;
    if (letter && !bar) return {token.capital ? Label::upper_letter : Label::lower_letter, at + 2};
    return {Label::none, at};
  }

  [[nodiscard]] Labelled sign_label(std::size_t at, std::size_t last) const {
    if (tokens_[at].is(U'-')) return {Label::dash, at + 1};
    if (tokens_[at].is(U'+')) return {Label::plus, at + 1};
    if (tokens_[at].is(U'•')) return {Label::dot, at + 1};
    if (tokens_[at].is(U'*')) return {Label::star, at + 1};
    const bool numbered = tokens_[at].is(U'(') && at + 2 < last &&
                          tokens_[at + 1].end - tokens_[at + 1].begin <= 2 && tokens_[at + 2].is(U')');
    return numbered ? Labelled{Label::parenthesis, at + 3} : Labelled{Label::none, at};
  }

  // "1.", "1)", "1.2", "1.2.3.": a number with dots is a label where a word in capitals or a stop follows.
  [[nodiscard]] Labelled number_label(std::size_t at, std::size_t last) const {
    const Token& token = tokens_[at];
    const std::uint32_t size = token.end - token.begin;
    const bool closes = sign(at + 1, last, U'.') || sign(at + 1, last, U')') || sign(at + 1, last, U'|');
    if (size <= 2) return closes ? Labelled{Label::number, at + 2} : Labelled{Label::none, at};
    const bool name_follows =
        at + 1 < last && tokens_[at + 1].kind == TokenKind::word && tokens_[at + 1].capital;
    if (size <= 4 && (closes || name_follows)) return {Label::number_2, closes ? at + 2 : at + 1};
    if (size <= 7 && (closes || name_follows) && !sign(at + 1, last, U'|'))
      return {Label::number_3, closes ? at + 2 : at + 1};
    return {Label::none, at};
  }

  void add(std::size_t first, std::size_t last) {
    if (std::none_of(at(first), at(last), [](const Token& t) { return t.kind != TokenKind::symbol; }))
      return;  // "...", "---"
    Block block;
    block.first = first;
    block.last = last;
    const Labelled labelled = label_of(first, last);
    Label label = labelled.label;
    block.content = std::min(labelled.content, last);
    block.item = label != Label::none;
    block.row = std::any_of(at(first), at(last), [](const Token& t) { return t.is(U'|'); });
    const Token& end = tokens_[last - 1];
    const bool sau = end.is("sau"_w) || (last - first > 1 && end.is(U'.') && tokens_[last - 2].is("sau"_w)) ||
                     (last - first > 2 && tokens_[last - 1].is("đây"_w));
    const bool intro = end.is(U':') || sau;
    block.closed = end.is(U'.') || end.is(U';') || end.is(U'!') || end.is(U'…') || end.is(U',');
    const bool caps = in_capitals(block.content, last);
    block.heading = opens_section(block, intro, caps);
    const bool by_then = block.heading && intro && opens_with_deadline(block);
    if (label == Label::none && by_then) label = Label::deadline;
    if (label == Label::none && block.heading && !intro) label = caps ? Label::capitals : Label::title;
    enter(block, label, intro, caps);
    blocks_.push_back(block);
  }

  [[nodiscard]] Tokens::const_iterator at(std::size_t i) const {
    return tokens_.begin() + static_cast<std::ptrdiff_t>(i);
  }

  [[nodiscard]] bool in_capitals(std::size_t first, std::size_t last) const {
    std::size_t words = 0;
    for (std::size_t i = first; i < last; ++i) {
      if (tokens_[i].kind != TokenKind::word) continue;
      if (!tokens_[i].shouting) return false;
      words += tokens_[i].words;
    }
    return words >= 2;
  }

  [[nodiscard]] bool opens_section(const Block& block, bool intro, bool caps) const {
    const std::size_t size = block.last - block.content;
    if (size == 0) return false;
    const bool states_share =
        std::any_of(at(block.content), at(block.last), [](const Token& t) { return t.is(U'%'); });
    if (block.row) return !states_share && size <= short_heading_tokens_max && filled_cells(block) <= 1;
    if (intro) return true;
    if (states_share || size > heading_tokens_max) return false;
    if (caps || tokens_[block.first].marked_up) return true;
    if (block.closed) return block.item && size <= 14 && tokens_[block.last - 1].is(U'.') && no_number(block);
    return size <= short_heading_tokens_max;
  }

  [[nodiscard]] bool no_number(const Block& block) const {
    return std::none_of(at(block.content), at(block.last),
                        [](const Token& t) { return t.kind == TokenKind::number && !t.timed; });
  }

  [[nodiscard]] std::size_t filled_cells(const Block& block) const {
    std::size_t cells = 0;
    bool text = false;
    for (std::size_t i = block.content; i < block.last; ++i) {
      if (tokens_[i].is(U'|'))
        text = false;
      else if (!text) {
        text = true;
        ++cells;
      }
    }
    return cells;
  }

  // Leaves the sections that end here and, for a heading, opens its own.
  void enter(Block& block, Label label, bool intro, bool caps) {
    if (label == Label::none) {
      // Prose ends a list and what introduced it, but goes on with the numbered section it stands in.
      while (!open_.empty() &&
             (!open_.back().heading || is_bullet(open_.back().label) || open_.back().label == Label::none))
        open_.pop_back();
    } else {
      if (caps && label == Label::capitals) open_.clear();
      const auto sibling = std::ranges::find(open_, label, &Section::label);
      if (sibling != open_.end()) open_.erase(sibling, open_.end());
    }
    inherit(block);
    if (open_.size() >= depth_max) return;
    Section section{label, Mood::none, block.content, std::nullopt, label == Label::title, block.heading};
    if (block.heading) {
      const Told told =
          intro && opens_with_deadline(block) ? Told{Mood::aim, block.content} : mood_of(block, intro);
      section.mood = told.mood;
      section.mood_at = told.at;
      section.deadline = horizon_named(block, intro && label == Label::none);
      section.lists_only = section.lists_only && section.mood != Mood::report;
      if (section.mood != Mood::none) told_by(section, block);
      if (section.deadline) block.deadline = section.deadline;
    }
    open_.push_back(section);
  }

  static void told_by(const Section& section, Block& block) {
    block.mood = section.mood;
    block.mood_at = section.mood_at;
  }

  void inherit(Block& block) const {
    for (auto section = open_.rbegin(); section != open_.rend(); ++section) {
      if (section->lists_only && !block.item && !block.row) continue;
      if (block.mood == Mood::none) told_by(*section, block);
      if (!block.deadline) block.deadline = section->deadline;
    }
  }

  // The first telling word decides a heading ("Kết quả thực hiện các chỉ tiêu" reports); of a paragraph that
  // introduces a list only its last words speak about the list.
  [[nodiscard]] Told mood_of(const Block& block, bool intro) const {
    std::size_t from = block.content;
    if (intro) {
      for (std::size_t i = block.content; i + 1 < block.last; ++i)
        if ((tokens_[i].is(U'.') && tokens_[i + 1].capital) || tokens_[i].is(U';')) from = i + 1;
    }
    if (from + 1 < block.last && tokens_[from].begins("tiêu"_w) && tokens_[from + 1].is("chuẩn"_w))
      return {Mood::norm, from};
    Told told;
    for (std::size_t i = from; i < block.last; ++i) {
      const Token& token = tokens_[i];
      if (token.plays(role::norm) && !token.plays(role::preposition)) return {Mood::norm, i};
      // "Trong tình hình mới, … phấn đấu đạt các chỉ tiêu sau": the act decides, whatever it is done in.
      if (token.plays(role::aim) && !token.plays(role::label)) told = {Mood::aim, i};
      if (told.mood == Mood::aim || told.mood == Mood::report) continue;
      if (token.plays(role::aim))
        told = {Mood::aim, i};
      else if (token.plays(role::account | role::review) || token.is("đã"_w))
        told = {Mood::report, i};
      else if (token.plays(role::task) && told.mood == Mood::none)
        told = {Mood::task, i};
    }
    return told;
  }

  // "Đến năm 2030:" – what is listed under it is to be reached by then.
  [[nodiscard]] bool opens_with_deadline(const Block& block) const {
    const auto time = std::ranges::lower_bound(times_, block.content, {}, &TimePhrase::first);
    return time != times_.end() && time->first == block.content && time->last + 2 >= block.last &&
           (time->form == TimeForm::until || time->form == TimeForm::period);
  }

  // A paragraph that introduces a list dates itself as well ("họp ngày …, thông qua như sau:"): there only a
  // year that something is to be done by counts.
  [[nodiscard]] std::optional<Horizon> horizon_named(const Block& block, bool paragraph) const {
    const auto first = std::ranges::lower_bound(times_, block.content, {}, &TimePhrase::first);
    std::optional<Horizon> found;
    for (auto time = first; time != times_.end() && time->first < block.last; ++time) {
      if (time->form == TimeForm::tied || (paragraph && time->form == TimeForm::bare)) continue;
      if (found && found->year != time->year && time->form != TimeForm::period) return std::nullopt;
      found = Horizon{time->year, time->start};
    }
    return found;
  }

  const Tokens& tokens_;
  const std::vector<TimePhrase>& times_;
  std::vector<Block> blocks_;
  std::vector<Section> open_;
};

}  // namespace

std::vector<Block> outline_of(const Tokens& tokens, const std::vector<TimePhrase>& times) {
  return Outliner(tokens, times).run();
}

}  // namespace nucong::directive
