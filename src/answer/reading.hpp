// What was read in a directive, as JSON.
#pragma once

#include "answer/json_writer.hpp"
#include "directive/reading.hpp"
#include "target/binding.hpp"

namespace nucong::answer {

/// The members `targets`, each with the indicators that could measure it, `passed_over` and `citations`.
void add_reading(JsonWriter& json, const directive::Reading& reading, const target::Binder& binder);

}  // namespace nucong::answer
