// Requests that come twice: a telephone without signal sends again what was done already.
#pragma once

#include <optional>
#include <string>

#include "app/asker.hpp"

namespace nucong::app {

inline constexpr std::chrono::seconds answers_kept = std::chrono::days(2);

/// What was answered when the same asker sent the same request with this key; none if it is new.
/// `request` is all of it that matters, as text.
/// Errors: `request.key_taken` if another request came with this key; `session.ended` on the console.
[[nodiscard]] Result<std::optional<std::string>> answered(const AccountPorts& ports, const Asker& asker,
                                                          const std::string& key, const std::string& request);

/// Keeps the answer for `answers_kept`: with the act that it tells of, or by itself where there was no act.
/// Errors: `request.key_taken` if somebody kept one meanwhile; `session.ended` on the console.
[[nodiscard]] Result<> keep_answer(Writer& writer, const AccountPorts& ports, const Asker& asker,
                                   const std::string& key, const std::string& request,
                                   const std::string& answer);
[[nodiscard]] Result<> keep_answer(const AccountPorts& ports, const Asker& asker, const std::string& key,
                                   const std::string& request, const std::string& answer);

}  // namespace nucong::app
