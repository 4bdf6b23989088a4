// Readings as JSON, document by document.
#include "answer/reading.hpp"
#include "cli/document_notes.hpp"
#include "cli/reading_view.hpp"

namespace nucong::cli {

std::string reading_json(Session& session, const std::vector<ReadDocument>& all) {
  const target::Binder binder(session.world().knowledge.catalogue);
  JsonWriter json;
  json.open_object().key("documents").open_array();
  for (const auto& read : all) {
    json.open_object().member("file", read.file);
    write_document(json, session.words(), read.document);
    answer::add_reading(json, read.reading, binder);
    json.close_object();
  }
  return std::move(json.close_array().close_object()).take();
}

}  // namespace nucong::cli
