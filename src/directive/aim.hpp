// Is a quantity something to reach, or something that is, was, costs or counts? Decision 0006.
#pragma once

#include <optional>

#include "directive/quantity.hpp"
#include "directive/sentence.hpp"

namespace nucong::directive {

/// What a sentence has said up to a point: fed token by token, asked at each quantity.
class Evidence {
 public:
  /// `after_aim`: the sentence before set an aim.
  Evidence(const Tokens& tokens, const Block& block, const Sentence& sentence, bool after_aim,
           std::optional<int> text_year);

  void enter_segment(Range segment);
  /// Takes in the tokens before `at`.
  void advance(std::size_t at);
  void see_time(const TimePhrase& time);
  /// The quantity was taken for an aim: what is listed after it is one too, until the sentence turns.
  void confirm() { listed_ = true; }

  /// Whether the words around make the quantity an aim.
  [[nodiscard]] bool sets_aim(const Measured& quantity) const;
  /// Aim words stand in this sentence before the quantity, with no report between.
  [[nodiscard]] bool aim_said() const { return aim_; }

 private:
  [[nodiscard]] bool sets_floor_for_each(const Measured& quantity) const;
  [[nodiscard]] int words_before(const Measured& quantity) const;
  [[nodiscard]] int words_after(const Measured& quantity) const;
  [[nodiscard]] bool begins_with_act(const Measured& quantity) const;

  const Tokens& tokens_;
  const Block& block_;
  Range sentence_;
  Range segment_;
  std::optional<int> text_year_;
  std::size_t seen_ = 0;
  bool after_aim_ = false;
  bool connected_ = false;
  bool aim_ = false;
  bool aim_told_ = false;
  bool duty_ = false;
  bool purpose_ = false;
  bool task_ = false;
  bool done_here_ = false;
  bool done_before_ = false;
  bool present_ = false;
  bool account_ = false;
  bool norm_ = false;
  bool wage_ = false;
  bool future_ = false;
  bool past_ = false;
  bool listed_ = false;
};

}  // namespace nucong::directive
