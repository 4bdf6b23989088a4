// One figure of many units or periods, as JSON and as rows.
#pragma once

#include "answer/json_writer.hpp"
#include "answer/view.hpp"
#include "app/compare_values.hpp"

namespace nucong::answer {

/// The members of the object that tells a comparison.
void add_comparison(JsonWriter& json, const app::Comparison& comparison);

/// A row for each unit and period; for machines.
[[nodiscard]] View comparison_rows(const app::Comparison& comparison);

/// None where there is no value to rank.
[[nodiscard]] std::optional<Decimal> rank_of(const app::ComparedValue& line);

}  // namespace nucong::answer
