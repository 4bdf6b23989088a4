// What a directive says in numbers, and on what papers it rests. A reader proposes; a person confirms.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "directive/sign.hpp"

namespace nucong::directive {

enum class Comparator : std::uint8_t { at_least, more_than, at_most, less_than, equal, range };

/// ">=", ">", "<=", "<", "=", "range".
[[nodiscard]] std::string_view symbol(Comparator comparator);

enum class Quantity : std::uint8_t {
  percent,    ///< also percentage points
  count,      ///< of a noun: people, unions, events
  times,      ///< multiples and frequencies
  money_vnd,  ///< đồng only; other currencies are `other`
  ratio,      ///< a fraction, or the numerator of so many in 1.000
  other       ///< physical units, ages, ranks, indices
};

/// The enumerator's own spelling.
[[nodiscard]] std::string_view name_of(Quantity quantity);

/// Bytes of the text that was read, half open, on character boundaries.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(const Span&) const = default;
};

/// A sign that was weighed, and the words that gave it; an empty span for what the text around says.
struct Reason {
  Sign sign = Sign::floor;
  Span where;

  bool operator==(const Reason&) const = default;
};

/// Where the year of an aim was found.
enum class DeadlineFrom : std::uint8_t { clause, heading, whole_text, nowhere };

/// The enumerator's own spelling.
[[nodiscard]] std::string_view name_of(DeadlineFrom from);

/// What the reader would ask, if it may ask one thing.
enum class Question : std::uint8_t {
  is_it_an_aim,  ///< or a result, a rule, somebody's figure
  whose_is_it,   ///< nobody is named whose aim it is
  by_when,       ///< no year stands anywhere
  which_year,    ///< the year is that of the whole text
  which_digits   ///< a scanner has spoilt the number
};

/// The enumerator's own spelling; the key of its wording.
[[nodiscard]] std::string_view name_of(Question question);

/// A quantified aim. `quote` is the text at `span`; `subject` and `measure` are passages of the text too, and
/// may lie outside the quote (a predicate that two aims share, a heading). Empty where the text leaves them
/// out.
struct ProposedTarget {
  Span span;
  std::string quote;
  Comparator comparator = Comparator::at_least;
  Decimal value;
  std::optional<Decimal> value_max;  ///< of a range
  Quantity unit = Quantity::count;
  std::string noun;              ///< what is counted; of a count only
  std::string subject;           ///< of whom or of what
  std::string measure;           ///< what they are to do or to be
  bool per_unit = false;         ///< each of many must reach it
  std::optional<int> deadline;   ///< a year
  std::optional<Date> due;       ///< the day, where the text names one within that year
  bool baseline_change = false;  ///< "tăng 5%": against a base, not a level
  Span number;                   ///< the number alone, for marking it in the text
  int sureness = 0;  ///< that this is an aim with this figure, in percent: how often the like was right on
                     ///< texts labelled by hand (decision 0006)
  std::optional<Question> question;  ///< the one thing to ask when unsure
  std::vector<Reason> reasons;       ///< why it was taken for an aim
  DeadlineFrom deadline_from = DeadlineFrom::nowhere;
};

/// A number that was not taken for an aim and yet may be one: a person decides.
struct PassedOver {
  Span number;
  Span clause;
  std::string quote;  ///< the text at `clause`
  Question question = Question::is_it_an_aim;
  std::vector<Reason> reasons;
};

/// `other` holds the kinds that are rare in our field: thông báo, quy định, đề án, chiến lược, pháp lệnh, ...
enum class CitationType : std::uint8_t {
  resolution,
  plan,
  law,
  decision,
  decree,
  instruction,
  guidance,
  programme,
  circular,
  conclusion,
  letter,
  other
};

/// "nghị quyết", "kế hoạch", "luật", "quyết định", "nghị định", "chỉ thị", "hướng dẫn", "chương trình",
/// "thông tư", "kết luận", "công văn", "other".
[[nodiscard]] std::string_view name_of(CitationType type);

/// Another paper that the text names; once per paper, at its fullest mention.
struct Citation {
  Span span;
  std::string quote;
  CitationType type = CitationType::other;
  std::optional<std::string> number;  ///< as printed, without blanks around '-' and '/'
  std::optional<Date> date;
  std::optional<std::string> issuer;
  std::optional<std::string> title;
};

struct Reading {
  std::vector<ProposedTarget> targets;  ///< in the order of the text
  std::vector<PassedOver> passed_over;  ///< in the order of the text
  std::vector<Citation> citations;      ///< in the order of the text
  std::optional<int> year;              ///< of the text itself, where it tells
};

/// Reads UTF-8 in any normal form; bytes that are no UTF-8 are passed over. `text` is under 4 GiB. Pure; time
/// and memory linear in its length. What counts as an aim: decision 0006.
[[nodiscard]] Reading read(std::string_view text);

}  // namespace nucong::directive
