// A scorecard, as JSON and as rows.
#pragma once

#include "answer/json_writer.hpp"
#include "answer/view.hpp"
#include "app/score.hpp"

namespace nucong::answer {

/// The members of the object that tells a scorecard.
void add_scorecard(JsonWriter& json, const app::Scorecard& card, const Period& period);
/// An object that tells a target by itself.
void add_target(JsonWriter& json, const target::Target& target);

/// A row for each unit and target; for machines.
[[nodiscard]] View scorecard_rows(const app::Scorecard& card, const Period& period);

}  // namespace nucong::answer
