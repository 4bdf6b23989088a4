#include "http/pages.hpp"

#include <array>

#include <fmt/format.h>

#include "http/fingerprint.hpp"

namespace nucong::http {
namespace {

struct Media {
  std::string_view ending;
  std::string_view type;
};

constexpr std::array media = {
    Media{".html", "text/html; charset=utf-8"},
    Media{".js", "text/javascript; charset=utf-8"},
    Media{".css", "text/css; charset=utf-8"},
    Media{".svg", "image/svg+xml"},
    Media{".png", "image/png"},
    Media{".json", "application/json"},
    Media{".webmanifest", "application/manifest+json"},
    Media{".woff2", "font/woff2"},
    Media{".txt", "text/plain; charset=utf-8"},
};

std::string_view media_of(std::string_view path) {
  for (const auto& one : media)
    if (path.ends_with(one.ending)) return one.type;
  return "application/octet-stream";
}

std::string joined(const std::vector<std::string>& path) {
  std::string text;
  for (const auto& part : path) text += (text.empty() ? "" : "/") + part;
  return text;
}

std::string tag_of(std::string_view bytes) {
  return fmt::format("\"{:016x}\"", fingerprint(bytes));
}

bool is_place_within(const std::vector<std::string>& path) {
  const auto& first = path.front();
  return first != "api" && first != "assets" && path.back().find('.') == std::string::npos;
}

}  // namespace

Pages::Pages(std::span<const PageFile> files) {
  for (const auto& file : files) pages_.emplace(file.path, Page{file, tag_of(file.bytes)});
}

std::optional<Response> Pages::answer(const Request& request) const {
  if (request.method != "GET" && request.method != "HEAD") return std::nullopt;
  auto at = pages_.find(joined(request.target.path));
  if (at == pages_.end() && is_place_within(request.target.path)) at = pages_.find("index.html");
  if (at == pages_.end()) return std::nullopt;
  const auto& [file, etag] = at->second;
  const bool forever = file.path.starts_with("assets/");
  Response response{200,
                    {{"ETag", etag},
                     {"Cache-Control", forever ? "public, max-age=31536000, immutable" : "no-cache"},
                     {"Vary", "Accept-Encoding"}}};
  response.route = "/";
  response.is_page = true;
  if (request.field("if-none-match").find(etag) != std::string_view::npos) {
    response.status = 304;
    return response;
  }
  response.fields.push_back({"Content-Type", std::string(media_of(file.path))});
  const bool gzip =
      !file.gzip.empty() && request.field("accept-encoding").find("gzip") != std::string_view::npos;
  if (gzip) response.fields.push_back({"Content-Encoding", "gzip"});
  response.body = std::string(gzip ? file.gzip : file.bytes);
  return response;
}

}  // namespace nucong::http
