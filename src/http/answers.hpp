// What there is to ask: a function for each route of routes.cpp. Their errors are those of the use cases.
#pragma once

#include "http/route.hpp"

namespace nucong::http {

[[nodiscard]] Result<Content> health(const Asked& asked);
/// Errors: `server.not_ready`.
[[nodiscard]] Result<Content> readiness(const Asked& asked);
[[nodiscard]] Result<Content> metrics(const Asked& asked);
[[nodiscard]] Result<Content> openapi(const Asked& asked);

[[nodiscard]] Result<Content> units(const Asked& asked);
[[nodiscard]] Result<Content> unit(const Asked& asked);
[[nodiscard]] Result<Content> children(const Asked& asked);

[[nodiscard]] Result<Content> value(const Asked& asked);
[[nodiscard]] Result<Content> values(const Asked& asked);
[[nodiscard]] Result<Content> why(const Asked& asked);
[[nodiscard]] Result<Content> score(const Asked& asked);
[[nodiscard]] Result<Content> periods(const Asked& asked);

[[nodiscard]] Result<Content> elements(const Asked& asked);
[[nodiscard]] Result<Content> indicators(const Asked& asked);
[[nodiscard]] Result<Content> kinds(const Asked& asked);
[[nodiscard]] Result<Content> forms(const Asked& asked);
[[nodiscard]] Result<Content> directives(const Asked& asked);
[[nodiscard]] Result<Content> directive(const Asked& asked);

/// From `Last-Event-ID` on, or from now on. Errors: those of Feed::open; `param.malformed`.
[[nodiscard]] Result<Content> events(const Asked& asked);

}  // namespace nucong::http
