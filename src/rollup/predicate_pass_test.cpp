#include "rollup/predicate_pass.hpp"

#include <map>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace nucong::rollup {
namespace {

using indicator::Element;
using indicator::Predicate;
using indicator::Series;

Element element(std::string code, std::string name, int decimals) {
  return {.code = std::move(code),
          .name = std::move(name),
          .decimals = decimals,
          .periods = {PeriodKind::quarter}};
}

const indicator::Elements elements =
    indicator::Elements::make({element("A01", "a", 0), element("A02", "b", 2), element("A03", "c", 0)}, {})
        .value();

// Both ways of asking agree for every unit, whatever is missing and however large the figures are.
RC_GTEST_PROP(PredicatePass, agrees_with_asking_unit_by_unit, ()) {
  const auto predicate =
      Predicate::parse(*rc::gen::element<std::string>("a >= 1", "a + b > c", "a - b <= 0.5", "-a + 3 != b",
                                                      "(a - b) + c >= 2 or not reported(b)", "a * b > c",
                                                      "not (a < b and b < c)", "a / c >= 0.25",
                                                      "a + 3 >= b + c", "c >= 2.125"),
                       elements)
          .value();
  const auto largest = *rc::gen::element<std::int64_t>(3, 300, 50'000'000'000, 50'000'000'000'000'000);
  std::map<Series, std::shared_ptr<const Chunk>> chunks;
  std::map<Series, Chunk::Amounts> amounts;
  for (std::uint32_t e = 0; e < 3; ++e) {
    const Series series{indicator::ElementId(e), {}};
    Chunk::Presence presence{};
    for (std::size_t cell = 0; cell < 70; ++cell) {
      if (*rc::gen::inRange(0, 4) == 0) continue;
      presence[cell / 64] |= std::uint64_t{1} << (cell % 64);
      amounts[series][cell] = *rc::gen::inRange<std::int64_t>(0, largest);
    }
    chunks[series] = Chunk::of(amounts[series], presence);
  }
  const auto yes = units_where(predicate, elements, [&](Series series) { return chunks[series].get(); });
  for (std::size_t cell = 0; cell < 80; ++cell) {
    const auto truth = predicate.evaluate([&](Series series) -> std::optional<Decimal> {
      if (!chunks[series] || !chunks[series]->present(cell)) return std::nullopt;
      return Decimal::scaled(amounts[series][cell], elements.element(series.element).decimals);
    });
    RC_ASSERT((((yes[cell / 64] >> (cell % 64)) & 1U) != 0) == (truth == indicator::Truth::yes));
  }
}

}  // namespace
}  // namespace nucong::rollup
