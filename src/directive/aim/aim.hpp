// Is a quantity something to reach, or something that is, was, costs or counts? Decision 0006.
#pragma once

#include <array>
#include <limits>
#include <optional>
#include <vector>

#include "directive/aim/quantity.hpp"
#include "directive/sign.hpp"
#include "directive/text/sentence.hpp"

namespace nucong::directive {

/// What the sentences before said, as far as it bears on this one.
enum class Lead : std::uint8_t {
  none,
  reported,   ///< a result, in the same paragraph
  earlier,    ///< the paragraph before set or announced aims
  announced,  ///< words of aim, but no figure yet: "Đại hội xác định 8 chỉ tiêu."
  set         ///< an aim
};

/// A sign and the token that gave it; `nowhere` for what the text around says.
struct Seen {
  static constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();
  Sign sign = Sign::floor;
  std::size_t at = nowhere;
};

struct Verdict {
  int weight = 0;
  std::vector<Seen> signs;

  [[nodiscard]] bool sets_aim() const { return weight >= enough; }
};

/// What holds for every sentence of a text.
struct TextMood {
  std::optional<int> year;
  std::optional<int> term_start;  ///< of the period the whole text plans for
  std::optional<Sign> plans;      ///< plan_by_title or text_of_plans
};

/// How a text as a whole hands work down, if it does.
[[nodiscard]] std::optional<Sign> plans_of(const Tokens& tokens, const std::vector<Block>& blocks);

/// What a sentence has said up to a point: fed token by token, asked at each quantity.
class Evidence {
 public:
  Evidence(const Tokens& tokens, const Block& block, const Sentence& sentence, Lead lead,
           const TextMood& text);

  void enter_segment(Range segment);
  /// Takes in the tokens before `at`.
  void advance(std::size_t at);
  void see_time(const TimePhrase& time);
  /// The quantity at token `at` was taken for an aim: what is listed after it is one too, until the sentence
  /// turns.
  void confirm(std::size_t at) { at_[index(Sign::list_of_aims)] = at; }

  [[nodiscard]] Verdict weigh(const Measured& quantity) const;
  /// What the sentence, read to its end, leaves to the next one; `aimed`: it set an aim.
  [[nodiscard]] Lead leaves(bool aimed) const;

 private:
  static constexpr std::size_t nowhere = Seen::nowhere;

  [[nodiscard]] static std::size_t index(Sign sign) { return static_cast<std::size_t>(sign); }
  [[nodiscard]] bool has(Sign sign) const { return at_[index(sign)] != nowhere; }
  void forget(Sign sign) { at_[index(sign)] = nowhere; }
  void take_in(std::size_t at);
  [[nodiscard]] bool tells_level(const Token& token) const;
  [[nodiscard]] Verdict weigh_here(const Measured& quantity) const;
  void weigh_section(Verdict& verdict) const;
  void weigh_before(const Measured& quantity, Verdict& verdict) const;
  void weigh_wording(const Measured& quantity, Verdict& verdict) const;
  void weigh_lead(const Measured& quantity, Verdict& verdict) const;
  void weigh_after(const Measured& quantity, Verdict& verdict) const;
  [[nodiscard]] bool scores_points() const;
  [[nodiscard]] bool counts_aims_reached(std::size_t at) const;
  [[nodiscard]] bool reports_nothing() const;
  [[nodiscard]] std::size_t each_before(const Measured& quantity) const;
  [[nodiscard]] std::size_t opening(const Measured& quantity) const;

  const Tokens& tokens_;
  const Block& block_;
  Range sentence_;
  Range segment_;
  TextMood text_;
  std::size_t next_ = 0;
  Range aside_;  ///< the parentheses passed last, without their signs
  Lead lead_;
  bool connected_ = false;
  bool aim_told_ = false;
  bool lists_aims_ = false;  ///< words of aim introduced a list: "… một số chỉ tiêu như: …; …"
  std::array<std::size_t, sign_count> at_{};  ///< the token that gave each sign
};

}  // namespace nucong::directive
