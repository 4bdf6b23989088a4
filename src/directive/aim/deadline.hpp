// By when: from the clause, the sentence, the heading, or the period of the whole text.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "directive/aim/candidate.hpp"
#include "directive/text/outline.hpp"

namespace nucong::directive {

/// The year in which the text was written, where it tells: its dateline, else its latest cited year.
[[nodiscard]] std::optional<int> year_of_text(const Tokens& tokens, const std::vector<TimePhrase>& times,
                                              std::string_view text);

/// By when the text as a whole plans; for aims that name no year. `year` is that of the text. The latest
/// period it names, else the first "đến năm …", else the year of its plan.
[[nodiscard]] std::optional<Horizon> horizon_of(const Tokens& tokens, const std::vector<TimePhrase>& times,
                                                const std::vector<Block>& blocks, std::optional<int> year,
                                                std::string_view text);

/// Gives the candidates of one segment their years. `times` are those of the segment; `carried` is the year
/// that an earlier segment of the sentence opened with, and is renewed here.
void assign_deadlines(std::span<Candidate> candidates, std::span<const TimePhrase> times,
                      const Tokens& tokens, std::optional<Due>& carried);

}  // namespace nucong::directive
