// Who is to do what: the subject, the measure and the quotation of an aim.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "directive/aim/candidate.hpp"
#include "directive/reading.hpp"

namespace nucong::directive {

struct Parts {
  Range quote;
  Range subject;
  Range measure;
  Range noun;
};

/// One for each candidate of a segment, in order. `sentence_subject` is what the last "mỗi …" or "100% …" of
/// the sentence was about, for segments that go on about it; renewed here.
[[nodiscard]] std::vector<Parts> parts_of(const Tokens& tokens, std::span<const Candidate> candidates,
                                          Range& sentence_subject);

}  // namespace nucong::directive
