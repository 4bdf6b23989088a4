#include "http/route_kinds.hpp"

namespace nucong::http {
namespace {

constexpr std::size_t small_body = std::size_t{64} << 10;
constexpr std::size_t large_body = std::size_t{16} << 20;
const Param format{"format",       ParamType::choice, Need::optional,
                   "param.format", Where::query,      {"json", "csv"}};

}  // namespace

Route get(std::string_view pattern, std::string_view words, std::vector<Param> params, Access access,
          std::string_view schema, Handler handler) {
  return {pattern, words, std::move(params), access, schema, false, Lasts::sequence, handler};
}

Route rows(std::string_view pattern, std::string_view words, std::vector<Param> params, Access access,
           std::string_view schema, Handler handler) {
  params.push_back(format);
  return {pattern, words, std::move(params), access, schema, true, Lasts::sequence, handler};
}

Route now(std::string_view pattern, std::string_view words, std::vector<Param> params, Access access,
          std::string_view schema, Handler handler, std::string_view media) {
  return {pattern, words, std::move(params), access, schema, false, Lasts::moment, handler, media};
}

Route act(Method method, std::string_view pattern, std::string_view words, std::vector<Param> params,
          Access access, std::string_view schema, Handler handler) {
  Route route = now(pattern, words, std::move(params), access, schema, handler);
  route.method = method;
  route.body = method == Method::remove ? Body::none : Body::json;
  route.body_bytes_max = small_body;
  return route;
}

Route post(std::string_view pattern, std::string_view words, std::vector<Param> params, Access access,
           std::string_view schema, Handler handler) {
  return act(Method::post, pattern, words, std::move(params), access, schema, handler);
}

Route put(std::string_view pattern, std::string_view words, std::vector<Param> params, Access access,
          std::string_view schema, Handler handler) {
  return act(Method::put, pattern, words, std::move(params), access, schema, handler);
}

Route remove(std::string_view pattern, std::string_view words, std::vector<Param> params, Access access,
             std::string_view schema, Handler handler) {
  return act(Method::remove, pattern, words, std::move(params), access, schema, handler);
}

Route hashing(Route route) {
  route.hashes = true;
  return route;
}

Route only_asking(Route route) {
  route.only_asks = true;
  return route;
}

Route shown_once(Route route) {
  route.shown_once = true;
  return route;
}

Route telling_below(Route route) {
  route.tells_below = true;
  return route;
}

Route with_large_body(Route route) {
  route.body_bytes_max = large_body;
  return route;
}

Route with_file(Route route) {
  route.body = Body::bytes;
  return with_large_body(std::move(route));
}

}  // namespace nucong::http
