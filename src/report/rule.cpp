#include "report/rule.hpp"

#include "indicator/exact.hpp"

namespace nucong::report {
namespace {

// A product that a Decimal cannot hold is one that no value exceeds.
bool exceeds(Decimal value, Decimal factor, Decimal other) {
  const auto limit = indicator::product(factor, other);
  return limit && value > *limit;
}

}  // namespace

std::vector<const Rule*> check_rules(std::span<const Rule> rules, const indicator::SeriesValue& value_of) {
  std::vector<const Rule*> broken;
  for (const auto& rule : rules)
    if (rule.check.evaluate(value_of) == indicator::Truth::no) broken.push_back(&rule);
  return broken;
}

bool is_jump(Decimal last, Decimal now, const JumpRule& rule) {
  const Decimal distance = now > last ? now - last : last - now;
  return distance >= rule.floor && (exceeds(now, rule.factor, last) || exceeds(last, rule.factor, now));
}

}  // namespace nucong::report
