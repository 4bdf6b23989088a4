#include "indicator/predicate.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "indicator/detail/meaning.hpp"
#include "indicator/detail/spelling.hpp"
#include "indicator/detail/syntax.hpp"

namespace nucong::indicator {
namespace {

constexpr std::array<std::string_view, 6> signs = {">=", ">", "<=", "<", "=", "!="};

Truth truth_of(bool yes) {
  return yes ? Truth::yes : Truth::no;
}

// How tightly a predicate binds: or 0, and 1, the rest needs no brackets within these.
int binding(const Predicate& predicate) {
  if (predicate.op() == Predicate::Op::any_of) return 0;
  return predicate.op() == Predicate::Op::all_of ? 1 : 2;
}

}  // namespace

std::string_view sign_of(Comparison comparison) {
  return signs.at(static_cast<std::size_t>(comparison));
}

std::optional<Comparison> comparison_of(std::string_view sign) {
  const auto found = std::ranges::find(signs, sign);
  if (found == signs.end()) return std::nullopt;
  return static_cast<Comparison>(found - signs.begin());
}

bool holds(Comparison comparison, std::strong_ordering order) {
  switch (comparison) {
    case Comparison::at_least:
      return order >= 0;
    case Comparison::above:
      return order > 0;
    case Comparison::at_most:
      return order <= 0;
    case Comparison::below:
      return order < 0;
    case Comparison::equal:
      return order == 0;
    case Comparison::not_equal:
      return order != 0;
  }
  return false;
}

std::string str(const UnitExpr& expr, const Elements& elements) {
  return detail::spelled(expr, [&](Series series) { return elements.name_of(series); });
}

Result<Predicate> Predicate::parse(std::string_view text, const Elements& elements) {
  TRY(const auto node, detail::syntax_of(text));
  return detail::Meaning(text, elements).predicate(node);
}

Predicate Predicate::compare(UnitExpr left, Comparison comparison, UnitExpr right) {
  Predicate made(Op::compare);
  made.comparison_ = comparison;
  made.sides_.reserve(2);
  made.sides_.push_back(std::move(left));
  made.sides_.push_back(std::move(right));
  return made;
}

Predicate Predicate::reported(Series series) {
  Predicate made(Op::reported);
  made.series_ = series;
  return made;
}

Predicate Predicate::all_of(std::vector<Predicate> parts) {
  ENSURE(parts.size() >= 2);
  Predicate made(Op::all_of);
  made.parts_ = std::move(parts);
  return made;
}

Predicate Predicate::any_of(std::vector<Predicate> parts) {
  ENSURE(parts.size() >= 2);
  Predicate made(Op::any_of);
  made.parts_ = std::move(parts);
  return made;
}

Predicate Predicate::negation(Predicate part) {
  Predicate made(Op::negation);
  made.parts_.push_back(std::move(part));
  return made;
}

Truth Predicate::evaluate(const SeriesValue& value_of) const {
  switch (op_) {
    case Op::compare: {
      const auto a = left().evaluate(value_of);
      const auto b = right().evaluate(value_of);
      const auto found = a && b ? order(*a, *b) : std::nullopt;
      return found ? truth_of(holds(comparison_, *found)) : Truth::unknown;
    }
    case Op::reported:
      return truth_of(value_of(series_).has_value());
    case Op::negation: {
      const auto inner = parts_.front().evaluate(value_of);
      return inner == Truth::unknown ? Truth::unknown : truth_of(inner == Truth::no);
    }
    case Op::all_of:
    case Op::any_of:
      break;
  }
  // No is the least of the three and yes the greatest: and takes the least of its parts, or the greatest.
  auto joined = op_ == Op::all_of ? Truth::yes : Truth::no;
  for (const auto& part : parts_) {
    const auto next = part.evaluate(value_of);
    joined = op_ == Op::all_of ? std::min(joined, next) : std::max(joined, next);
  }
  return joined;
}

void Predicate::collect(std::vector<Series>& into) const {
  if (op_ == Op::reported) into.push_back(series_);
  for (const auto& side : sides_) side.each_leaf([&](Series series) { into.push_back(series); });
  for (const auto& part : parts_) part.collect(into);
}

std::vector<Series> Predicate::series_used() const {
  std::vector<Series> found;
  collect(found);
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::string Predicate::str(const Elements& elements) const {
  const auto part = [&](const Predicate& inner, int above) {
    const auto text = inner.str(elements);
    return binding(inner) <= above ? fmt::format("({})", text) : text;
  };
  switch (op_) {
    case Op::compare:
      return fmt::format("{} {} {}", indicator::str(left(), elements), sign_of(comparison_),
                         indicator::str(right(), elements));
    case Op::reported:
      return fmt::format("reported({})", elements.name_of(series_));
    case Op::negation: {
      // "not a >= 1" would be read right, but not by everybody.
      const auto& inner = parts_.front();
      return fmt::format("not {}", part(inner, inner.op() == Op::compare ? 2 : 1));
    }
    case Op::all_of:
    case Op::any_of:
      break;
  }
  const bool all = op_ == Op::all_of;
  std::string text = part(parts_.front(), all ? 1 : 0);
  for (const auto& next : parts().subspan(1))
    text.append(all ? " and " : " or ").append(part(next, all ? 1 : 0));
  return text;
}

}  // namespace nucong::indicator
