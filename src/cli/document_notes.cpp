#include "cli/document_notes.hpp"

namespace nucong::cli {
namespace {

std::string wording_key(const app::DocumentNote& note) {
  return "document.note." + note.key;
}

}  // namespace

Result<> say_notes(Session& session, const app::Document& document) {
  for (const auto& note : document.notes) {
    TRY(session.print("  " + session.words().text(wording_key(note), note.params) + "\n"));
  }
  return ok();
}

void write_document(JsonWriter& json, const app::Words& words, const app::Document& document) {
  json.member("kind", app::name_of(document.kind)).member("encoding", app::name_of(document.encoding));
  json.key("notes").open_array();
  for (const auto& note : document.notes) {
    json.open_object().member("key", note.key).member("text", words.text(wording_key(note), note.params));
    for (const auto& param : note.params) json.member(param.name, param.value);
    json.close_object();
  }
  json.close_array();
}

}  // namespace nucong::cli
