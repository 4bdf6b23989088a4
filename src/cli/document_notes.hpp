// What was done to a document on the way to its text, told the same in every command.
#pragma once

#include "answer/json_writer.hpp"
#include "cli/session.hpp"

namespace nucong::cli {

/// A line for each note; nothing if there is none.
[[nodiscard]] Result<> say_notes(Session& session, const app::Document& document);

/// The members `kind`, `encoding` and `notes` of the object that is open; a note has its `key`, its `text` in
/// the language of the session, and its params.
void write_document(JsonWriter& json, const app::Words& words, const app::Document& document);

}  // namespace nucong::cli
