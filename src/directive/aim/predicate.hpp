// Where a subject ends and what it is to do begins. Vietnamese marks neither: subjects are full of verbs
// ("công chức xây dựng chính sách có trình độ đại học"), so every verb of a clause is weighed.
#pragma once

#include "directive/text/sentence.hpp"

namespace nucong::directive {

/// The first token of the main verb of a clause that begins with its subject; `clause.last` if there is none.
[[nodiscard]] std::size_t main_verb(const Tokens& tokens, Range clause);

/// The first "được", "bị", "phải" or strong verb that says what becomes of a thing that is counted;
/// `clause.last` if there is none.
[[nodiscard]] std::size_t passive_verb(const Tokens& tokens, Range clause);

/// The first verb phrase of a predicate: without coordinate ones, asides in parentheses and words of purpose.
[[nodiscard]] Range first_verb_phrase(const Tokens& tokens, Range predicate);

/// "để …", "nhằm …", "góp phần …": why, no longer what.
[[nodiscard]] bool opens_purpose(const Tokens& tokens, std::size_t at);

/// The token after the closing parenthesis, if one opens at `at` and closes before `last`; else `at`.
[[nodiscard]] std::size_t past_parentheses(const Tokens& tokens, std::size_t at, std::size_t last);

}  // namespace nucong::directive
