#include "http/problem.hpp"

#include <algorithm>
#include <array>

#include "answer/json_writer.hpp"

namespace nucong::http {
namespace {

using answer::JsonWriter;

unsigned status_of_kind(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::invalid:
      return 400;
    case ErrorKind::unauthenticated:
      return 401;
    case ErrorKind::forbidden:
      return 403;
    case ErrorKind::not_found:
      return 404;
    case ErrorKind::conflict:
      return 409;
    case ErrorKind::precondition:
      return 422;
    case ErrorKind::exhausted:
      return 507;
    case ErrorKind::unavailable:
      return 503;
    case ErrorKind::corrupt:
    case ErrorKind::internal:
      return 500;
  }
  return 500;
}

struct Exception {
  ErrorCode code;
  unsigned status;
};

constexpr std::array exceptions = {
    Exception{ErrorCode::route_method, 405},
    Exception{ErrorCode::request_too_slow, 408},
    Exception{ErrorCode::request_body_too_large, 413},
    Exception{ErrorCode::request_target_too_long, 414},
    Exception{ErrorCode::request_media, 415},
    Exception{ErrorCode::request_host_foreign, 421},
    Exception{ErrorCode::request_too_many, 429},
    Exception{ErrorCode::request_too_fast, 429},
    Exception{ErrorCode::sign_in_wait, 429},
    Exception{ErrorCode::request_head_too_large, 431},
    // Documents are the asker's: that one is damaged or too large is no fault of ours, and our disk is not
    // full.
    Exception{ErrorCode::package_damaged, 400},
    Exception{ErrorCode::package_truncated, 400},
    Exception{ErrorCode::html_damaged, 400},
    Exception{ErrorCode::pdf_damaged, 400},
    Exception{ErrorCode::file_too_large, 413},
    Exception{ErrorCode::package_too_large, 413},
    Exception{ErrorCode::pdf_too_large, 413},
    Exception{ErrorCode::period_too_many, 400},
};

std::string param_or(const Error& error, std::string_view name, std::string otherwise) {
  const auto at = std::ranges::find(error.params(), name, &ErrorParam::name);
  return at == error.params().end() ? std::move(otherwise) : at->value;
}

// What an engine or a file system says of itself is not for strangers.
bool is_inside(const Error& error) {
  constexpr std::array of_this_machine = {ErrorCode::file_missing, ErrorCode::file_unreadable,
                                          ErrorCode::file_unwritable, ErrorCode::file_exists};
  return status_of(error) == 500 || dotted(error.code()).starts_with("store.") ||
         std::ranges::find(of_this_machine, error.code()) != of_this_machine.end();
}

void add_place(JsonWriter& json, const Place& place) {
  if (place == Place{}) return;
  json.key("place").open_object();
  if (!place.file.empty()) json.member("file", place.file);
  if (place.line > 0) json.member("line", Decimal{place.line});
  if (!place.cell.empty()) json.member("cell", place.cell);
  json.close_object();
}

void add_error(JsonWriter& json, const Error& error, const app::Words& words) {
  const std::string key = "error." + std::string(dotted(error.code()));
  json.member("detail", words.text(key, error.params())).member("code", dotted(error.code()));
  json.key("params").open_object();
  for (const auto& param : error.params()) json.member(param.name, param.value);
  json.close_object();
  add_place(json, error.place());
}

void add_causes(JsonWriter& json, const Error& error, const app::Words& words) {
  if (error.causes().empty()) return;
  json.key("causes").open_array();
  for (const auto& cause : error.causes()) {
    json.open_object();
    add_error(json, cause, words);
    json.close_object();
  }
  json.close_array();
}

Response begun(unsigned status, JsonWriter& json, std::string_view code, const std::string& title) {
  json.open_object().member("type", "urn:nucong:error:" + std::string(code));
  json.member("title", title).member("status", Decimal{status});
  Response response;
  response.status = status;
  response.fields = {{"Content-Type", "application/problem+json; charset=utf-8"},
                     {"Cache-Control", "no-store"}};
  return response;
}

Response inside(unsigned status, std::string_view code, const app::Words& words, std::string_view request_id,
                std::string fault) {
  JsonWriter json;
  Response response = begun(status, json, code, words.text("problem.internal"));
  json.member("detail", words.text("problem.logged", {{"request", std::string(request_id)}}));
  json.member("code", code).close_object();
  response.body = std::move(json).take();
  response.fault = std::move(fault);
  return response;
}

}  // namespace

unsigned status_of(const Error& error) {
  const auto* at = std::ranges::find(exceptions, error.code(), &Exception::code);
  return at == exceptions.end() ? status_of_kind(error.kind()) : at->status;
}

Response problem(const Error& error, const app::Words& words, std::string_view request_id) {
  const unsigned status = status_of(error);
  if (is_inside(error)) {
    Response response = inside(status, dotted(error.code()), words, request_id, words.message(error));
    if (status == 503) response.fields.push_back({"Retry-After", "1"});
    return response;
  }
  JsonWriter json;
  Response response =
      begun(status, json, dotted(error.code()), words.text("problem." + std::string(name_of(error.kind()))));
  add_error(json, error, words);
  add_causes(json, error, words);
  response.body = std::move(json.close_object()).take();
  if (status == 503 || status == 429)
    response.fields.push_back({"Retry-After", param_or(error, "seconds", "1")});
  if (status == 405) response.fields.push_back({"Allow", param_or(error, "allowed", "GET, HEAD")});
  return response;
}

Response problem(const std::exception& defect, const app::Words& words, std::string_view request_id) {
  return inside(500, dotted(ErrorCode::defect), words, request_id, defect.what());
}

}  // namespace nucong::http
