// One number, as JSON and as rows: the same from the command line and over HTTP.
#pragma once

#include <span>

#include "answer/json_writer.hpp"
#include "answer/view.hpp"
#include "app/ask_value.hpp"

namespace nucong::answer {

/// The members of the object that tells a value; its sources are not among them.
void add_value(JsonWriter& json, const app::ValueAnswer& answer);
/// The member `sources`: an object for each.
void add_sources(JsonWriter& json, std::span<const app::Source> sources);

/// One row. Titles are keys: these are rows for machines.
[[nodiscard]] View value_rows(const app::ValueAnswer& answer);

}  // namespace nucong::answer
