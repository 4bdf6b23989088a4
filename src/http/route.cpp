#include "http/route.hpp"

#include <array>

#include "base/text.hpp"

namespace nucong::http {
namespace {

std::string joined(const std::vector<std::string>& path) {
  std::string text;
  for (const auto& part : path) text += "/" + part;
  return text;
}

std::optional<Format> take_suffix(std::string& last) {
  const auto take = [&](std::string_view suffix) {
    const bool there = last.size() > suffix.size() && last.ends_with(suffix);
    if (there) last.resize(last.size() - suffix.size());
    return there;
  };
  if (take(".csv")) return Format::csv;
  if (take(".json")) return Format::json;
  return std::nullopt;
}

// What the braces of the pattern stand for, if the path is of that pattern.
std::optional<std::vector<QueryParam>> fits(std::string_view pattern, const std::vector<std::string>& path) {
  const auto parts = split(pattern.substr(1), '/');
  if (parts.size() != path.size()) return std::nullopt;
  std::vector<QueryParam> values;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].starts_with('{'))
      values.push_back({std::string(parts[i].substr(1, parts[i].size() - 2)), path[i]});
    else if (parts[i] != path[i])
      return std::nullopt;
  }
  return values;
}

// A path of a pattern, whatever its method.
struct Place {
  std::string_view pattern;
  std::vector<QueryParam> path;
  std::optional<Format> suffix;
};

std::optional<Place> find_place(std::span<const Route> routes, const std::vector<std::string>& path) {
  for (const Route& route : routes)
    if (auto values = fits(route.pattern, path)) return Place{route.pattern, *std::move(values), {}};
  auto bare = path;
  const auto suffix = take_suffix(bare.back());
  if (!suffix) return std::nullopt;
  for (const Route& route : routes) {
    if (!route.rows) continue;
    if (auto values = fits(route.pattern, bare)) return Place{route.pattern, *std::move(values), suffix};
  }
  return std::nullopt;
}

bool takes(const Route& route, std::string_view method) {
  return name_of(route.method) == method || (route.method == Method::get && method == "HEAD");
}

}  // namespace

std::string_view name_of(Method method) {
  constexpr std::array<std::string_view, 4> names = {"GET", "POST", "PUT", "DELETE"};
  return names.at(static_cast<std::size_t>(method));
}

Result<Match> match(std::span<const Route> routes, const Request& request) {
  auto place = find_place(routes, request.target.path);
  if (!place) return fail(ErrorCode::route_unknown, {{"path", joined(request.target.path)}});
  std::string allowed;
  for (const Route& route : routes) {
    if (route.pattern != place->pattern) continue;
    if (takes(route, request.method)) return Match{&route, std::move(place->path), place->suffix};
    allowed += (allowed.empty() ? "" : ", ") + std::string(name_of(route.method));
    if (route.method == Method::get) allowed += ", HEAD";
  }
  return fail(ErrorCode::route_method, {{"method", request.method}, {"allowed", allowed}});
}

}  // namespace nucong::http
