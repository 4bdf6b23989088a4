// An error as an answer: application/problem+json (RFC 9457).
#pragma once

#include "app/words.hpp"
#include "http/response.hpp"

namespace nucong::http {

/// By the error's kind, but for the few codes that HTTP has a status of its own for.
[[nodiscard]] unsigned status_of(const Error& error);

/// `type` is "urn:nucong:error:" and the code; `title` what can be done about errors of its kind; `detail`
/// what happened; `code`, `params`, `place` and `causes` as the error has them, for whoever words them
/// himself. What went wrong inside (500) is told to the log alone: the answer holds the number of the
/// request.
[[nodiscard]] Response problem(const Error& error, const app::Words& words, std::string_view request_id);

/// The same of a defect.
[[nodiscard]] Response problem(const std::exception& defect, const app::Words& words,
                               std::string_view request_id);

}  // namespace nucong::http
