// Whether somebody may ask: the one place where every request is held against the asker's scope.
#pragma once

#include <set>

#include "http/route.hpp"

namespace nucong::http {

/// Names that the server goes by ("localhost"), in small letters, without port. Empty: any.
using Hosts = std::set<std::string, std::less<>>;

/// A page of strangers that has its own name lead to this machine is refused. Errors:
/// `request.host_foreign`.
[[nodiscard]] Result<> check_host(const Request& request, const Hosts& hosts);

/// What changes something must come from a page of ours or from a program, and say what it sends. A browser
/// tells where a request comes from, and a token in `Authorization` is nothing that a page of strangers could
/// make it send. Errors: `request.cross_site`; `request.media` (param `expected`).
[[nodiscard]] Result<> check_origin(const Route& route, const Request& request);

/// The day of the tree that the question is about: the same for whoever answers it.
[[nodiscard]] Date day_in_question(const Route& route, const Params& params, Date today);

/// By the route's access. A deed is judged at the unit that the param `unit` names, as of the tree in
/// question; without one it must be allowed somewhere, and the answer is cut to where. `holder` is null for
/// somebody who is not known. Errors: `session.ended`, `access.elsewhere`, `access.outside_scope` (param
/// `unit`), `token.read_only`; `unit.*` for one that there never was.
[[nodiscard]] Result<> check_access(const Route& route, const Params& params, const Request& request,
                                    const app::Credentials* holder, const app::Present& present);

}  // namespace nucong::http
