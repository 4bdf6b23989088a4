// Any bytes as a formula and as a predicate: refused with an error, or printed so that they read back the
// same.
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "indicator/formula.hpp"
#include "indicator/sample_elements.hpp"

namespace {

// The canonical spelling adds brackets after "not", which may take a tree at the limit of levels over it.
bool too_deep(const nucong::Error& error) {
  return error.code() == nucong::ErrorCode::formula_malformed &&
         error.params().back().value.ends_with("levels");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nucong::indicator;
  static const Elements elements = sample_elements();
  const std::string_view text(reinterpret_cast<const char*>(data), size);

  if (const auto formula = Formula::parse(text, elements)) {
    // The first byte chooses the figures; 250 stands for "not reported".
    std::vector<std::optional<nucong::Decimal>> values(formula.value().aggregates().size());
    for (std::size_t i = 0; i < values.size(); ++i)
      if (data[i % size] != 250)
        values[i] = nucong::Decimal::scaled(data[i % size] * (1LL << 52), data[0] % 10);
    const auto measured = formula.value().evaluate(values);
    if (measured.ratio && !measured.ratio->is_defined()) std::abort();

    const auto& spelled = formula.value().str();
    if (spelled.size() > Formula::characters_max) return 0;  // names are longer than codes
    const auto again = Formula::parse(spelled, elements);
    if (again ? !(again.value() == formula.value()) : !too_deep(again.error())) std::abort();
  }
  if (const auto predicate = Predicate::parse(text, elements)) {
    static_cast<void>(predicate.value().evaluate([&](Series series) -> std::optional<nucong::Decimal> {
      if (series.element.value % 3 == 2) return std::nullopt;
      return nucong::Decimal::scaled(data[series.element.value % size] * (1LL << 52), data[0] % 10);
    }));
    const auto spelled = predicate.value().str(elements);
    if (spelled.size() > Formula::characters_max) return 0;
    const auto again = Predicate::parse(spelled, elements);
    if (again ? !(again.value() == predicate.value()) : !too_deep(again.error())) std::abort();
  }
  return 0;
}
