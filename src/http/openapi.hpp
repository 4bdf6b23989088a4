// The description of the API, made of the routes themselves.
#pragma once

#include <span>
#include <string>

#include "http/route.hpp"

namespace nucong::http {

/// An OpenAPI 3.1 document with every route, its params and the schemas of its answers; in the language of
/// `words`.
[[nodiscard]] std::string openapi_document(std::span<const Route> routes, const app::Words& words,
                                           std::string_view version);

}  // namespace nucong::http
