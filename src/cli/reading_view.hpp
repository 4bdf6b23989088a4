// What was read out of a document, for a person to check in a minute: each number marked in its own words,
// what was understood, how sure that is, and what was passed over.
#pragma once

#include <string>
#include <vector>

#include "answer/json_writer.hpp"
#include "app/ports.hpp"
#include "cli/session.hpp"
#include "directive/reading.hpp"

namespace nucong::cli {

struct ReadDocument {
  std::string file;
  app::Document document;
  directive::Reading reading;
};

/// Targets as cards, then the numbers passed over, then the citations. `explain` adds to each target the
/// signs it was weighed by and where its year was found.
[[nodiscard]] Result<> show_reading(Session& session, const ReadDocument& read, bool explain);

/// One row a target, of all documents.
[[nodiscard]] View targets_view(const Session& session, const std::vector<ReadDocument>& all);

/// {"documents": [{file, kind, encoding, notes, targets, passed_over, citations}]}; spans are bytes of the
/// text.
[[nodiscard]] std::string reading_json(Session& session, const std::vector<ReadDocument>& all);

/// The text around `number` with the number in brackets, cut to `width` columns where it is longer; blanks
/// and line breaks are one blank. Both spans are bytes of `text`, `number` within `clause`.
[[nodiscard]] std::string marked(std::string_view text, directive::Span clause, directive::Span number,
                                 std::size_t width);

}  // namespace nucong::cli
