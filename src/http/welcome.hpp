// The answer to whoever has just signed in, in whatever way.
#pragma once

#include "app/begin_session.hpp"
#include "http/route.hpp"

namespace nucong::http {

/// Where this session begins, and which one ends with it.
[[nodiscard]] app::Visit visit_of(const Request& request);

/// Who they are and what they may do, with the session's cookie.
[[nodiscard]] Result<Content> welcomed(const Asked& asked, const app::AccountPorts& ports,
                                       const app::SignedIn& signed_in);

}  // namespace nucong::http
