// The kinds of route that there are, and what some of them do beside.
#pragma once

#include "http/route.hpp"

namespace nucong::http {

/// A question whose answer stays true until something happens.
[[nodiscard]] Route get(std::string_view pattern, std::string_view words, std::vector<Param> params,
                        Access access, std::string_view schema, Handler handler);
/// The same, also as CSV.
[[nodiscard]] Route rows(std::string_view pattern, std::string_view words, std::vector<Param> params,
                         Access access, std::string_view schema, Handler handler);
/// A question whose answer differs from one time to the next.
[[nodiscard]] Route now(std::string_view pattern, std::string_view words, std::vector<Param> params,
                        Access access, std::string_view schema, Handler handler,
                        std::string_view media = "application/json");
/// Something is done.
[[nodiscard]] Route act(Method method, std::string_view pattern, std::string_view words,
                        std::vector<Param> params, Access access, std::string_view schema, Handler handler);
[[nodiscard]] Route post(std::string_view pattern, std::string_view words, std::vector<Param> params,
                         Access access, std::string_view schema, Handler handler);
[[nodiscard]] Route put(std::string_view pattern, std::string_view words, std::vector<Param> params,
                        Access access, std::string_view schema, Handler handler);
[[nodiscard]] Route remove(std::string_view pattern, std::string_view words, std::vector<Param> params,
                           Access access, std::string_view schema, Handler handler);
/// It costs a hash of a pass phrase.
[[nodiscard]] Route hashing(Route route);
/// It changes nothing, though it is no GET.
[[nodiscard]] Route only_asking(Route route);
/// Its answer holds what is shown once.
[[nodiscard]] Route shown_once(Route route);
/// It tells of each unit below the one that is named.
[[nodiscard]] Route telling_below(Route route);
[[nodiscard]] Route with_large_body(Route route);
[[nodiscard]] Route with_file(Route route);

}  // namespace nucong::http
