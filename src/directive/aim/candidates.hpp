// The numbers of a sentence that are aims, segment by segment.
#pragma once

#include <string_view>
#include <vector>

#include "directive/aim/candidate.hpp"
#include "directive/aim/shape.hpp"

namespace nucong::directive {

/// A quantity whose signs fell just short of an aim.
struct Near {
  Measured quantity;
  Range segment;
  Verdict verdict;
};

class CandidateFinder {
 public:
  CandidateFinder(const Tokens& tokens, std::string_view text, const Block& block, Range sentence)
      : tokens_(tokens), text_(text), block_(block), sentence_(sentence) {}

  /// The candidates of the sentence's next segment, in order; `evidence` has entered it.
  [[nodiscard]] std::vector<Candidate> find(Range segment, Evidence& evidence);

  /// Of all segments so far.
  [[nodiscard]] const std::vector<Near>& nearly() const { return nearly_; }

 private:
  [[nodiscard]] bool may_begin_a_quantity(std::size_t at) const;
  void look_at(std::size_t at);
  [[nodiscard]] bool is_mean(std::size_t each) const;
  [[nodiscard]] bool speaks_of_all(std::size_t at) const;
  [[nodiscard]] bool goes_on_about_each() const;
  [[nodiscard]] bool each_of(const Measured& quantity) const;
  [[nodiscard]] std::size_t end_of_name(std::size_t open) const;
  void enter_parentheses(std::size_t open);
  void take(Measured quantity, Verdict verdict);
  [[nodiscard]] bool is_elliptic(const Measured& before, const Measured& next) const;
  void inherit(const Measured& before, Measured& quantity, bool elliptic) const;

  const Tokens& tokens_;
  std::string_view text_;
  const Block& block_;
  Range sentence_;
  Nesting nesting_;
  std::size_t name_end_ = 0;
  bool each_ =
      false;  ///< the sentence speaks of each of many ("mỗi …", "100% …"), also in its later segments
  std::vector<Candidate> found_;
  std::vector<Near> nearly_;
};

}  // namespace nucong::directive
