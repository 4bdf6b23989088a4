// Making the body of an answer, with what a reader of its figures must know beside them.
#pragma once

#include "answer/json_writer.hpp"
#include "answer/view.hpp"
#include "http/route.hpp"

namespace nucong::http {

/// A JSON object whose other members follow: it is open, and its member `meta` written. `meta` tells of what
/// the answer was given: `sequence` (of the last act in it), `today`, `version`; then whatever `more` adds.
[[nodiscard]] answer::JsonWriter begun(const Asked& asked,
                                       const std::function<void(answer::JsonWriter&)>& more = {});
/// The same, whole, with one count in it.
[[nodiscard]] Content counted(const Asked& asked, std::string_view name, std::uint64_t count);
/// The object closed and made the body.
[[nodiscard]] Content finished(answer::JsonWriter&& json);

/// Rows as a file to keep. `tree`: the day of the tree that they stand on.
[[nodiscard]] Content csv(const answer::View& rows, std::string_view name, std::optional<Date> tree = {});
/// Rows under a name in an object, or as CSV: whatever was asked for.
[[nodiscard]] Content listed(const Asked& asked, std::string_view name, const answer::View& rows);

[[nodiscard]] Decimal whole(std::uint64_t count);
/// "2026-11-22T03:04:05Z"
[[nodiscard]] std::string instant(app::Instant at);

}  // namespace nucong::http
