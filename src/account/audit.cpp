#include "account/audit.hpp"

namespace nucong::account {
namespace {

void add(std::string& text, std::string_view field) {
  text += std::to_string(field.size());
  text += ':';
  text += field;
}

}  // namespace

std::string sealed_text(std::uint64_t sequence, const AuditNote& note, std::string_view previous) {
  std::string text;
  add(text, previous);
  add(text, std::to_string(sequence));
  add(text, std::to_string(note.at.time_since_epoch().count()));
  // No number is empty, so that none and zero differ.
  add(text, note.account ? std::to_string(note.account->value) : "");
  add(text, note.address);
  add(text, note.deed);
  add(text, note.thing);
  add(text, note.unit ? std::to_string(note.unit->value) : "");
  add(text, note.summary);
  return text;
}

}  // namespace nucong::account
