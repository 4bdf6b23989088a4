#include "http/openapi.hpp"

#include <set>

#include "answer/json_writer.hpp"
#include "http/cookies.hpp"
#include "http/schemas.hpp"

namespace nucong::http {
namespace {

using answer::JsonWriter;

void add_reference(JsonWriter& json, std::string_view schema) {
  json.member("$ref", "#/components/schemas/" + std::string(schema));
}

void add_types(JsonWriter& json, std::string_view type) {
  json.key("type").open_array().value(type).value("null").close_array();
}

void add_shape(JsonWriter& json, const Member& member) {
  json.open_object();
  switch (member.shape) {
    case Shape::text:
      json.member("type", "string");
      break;
    case Shape::number:
      json.member("type", "number");
      break;
    case Shape::truth:
      json.member("type", "boolean");
      break;
    case Shape::date:
      json.member("type", "string").member("format", "date");
      break;
    case Shape::maybe_text:
      add_types(json, "string");
      break;
    case Shape::maybe_number:
      add_types(json, "number");
      break;
    case Shape::maybe_date:
      add_types(json, "string");
      json.member("format", "date");
      break;
    case Shape::texts:
      json.member("type", "array").key("items").open_object().member("type", "string").close_object();
      break;
    case Shape::numbers:
      json.member("type", "array").key("items").open_object().member("type", "number").close_object();
      break;
    case Shape::object:
      add_reference(json, member.of);
      break;
    case Shape::objects:
      json.member("type", "array").key("items").open_object();
      add_reference(json, member.of);
      json.close_object();
      break;
    case Shape::maybe_object:
      json.key("anyOf").open_array().open_object();
      add_reference(json, member.of);
      json.close_object().open_object().member("type", "null").close_object().close_array();
      break;
    case Shape::any:
      json.member("type", "object");
      break;
    case Shape::list:
      json.member("type", "array").key("items").open_object().member("type", "object").close_object();
      break;
  }
  json.close_object();
}

void add_schema(JsonWriter& json, const Schema& schema) {
  json.key(schema.name).open_object().member("type", "object").key("required").open_array();
  for (const auto& member : schema.members) json.value(member.name);
  json.close_array().key("properties").open_object();
  for (const auto& member : schema.members) {
    json.key(member.name);
    add_shape(json, member);
  }
  json.close_object().close_object();
}

std::string_view example_of(ParamType type) {
  switch (type) {
    case ParamType::unit:
      return "TLD";
    case ParamType::period:
      return "2026-Q1";
    case ParamType::date:
      return "2026-03-31";
    case ParamType::tree:
      return "as-was";
    case ParamType::rows:
      return "child";
    case ParamType::text:
    case ParamType::secret:
    case ParamType::prose:
    case ParamType::whole:
    case ParamType::count:
    case ParamType::number:
    case ParamType::truth:
    case ParamType::choice:
    case ParamType::texts:
    case ParamType::objects:
      return {};
  }
  return {};
}

void add_members(JsonWriter& json, std::span<const Param> params, const app::Words& words);

void add_type(JsonWriter& json, const Param& param, const app::Words& words) {
  const bool in_body = param.where == Where::body;
  switch (param.type) {
    case ParamType::whole:
    case ParamType::count:
      json.member("type", "integer").member("minimum", Decimal{param.type == ParamType::whole ? 1 : 0});
      json.member("maximum", Decimal{param.most});
      break;
    case ParamType::number:
      json.key("type").open_array().value("number").value("string").close_array();
      break;
    case ParamType::truth:
      json.member("type", "boolean");
      break;
    case ParamType::texts:
      json.member("type", "array").key("items").open_object().member("type", "string").close_object();
      break;
    case ParamType::objects:
      json.member("type", "array").member("maxItems", Decimal{param.most}).key("items").open_object();
      add_members(json, param.members, words);
      json.close_object();
      break;
    case ParamType::date:
      json.member("type", "string").member("format", "date");
      break;
    case ParamType::secret:
      json.member("type", "string").member("format", "password");
      break;
    case ParamType::text:
    case ParamType::prose:
    case ParamType::unit:
    case ParamType::period:
    case ParamType::tree:
    case ParamType::rows:
    case ParamType::choice:
      json.member("type", "string");
      break;
  }
  if (!param.choices.empty()) {
    json.key("enum").open_array();
    for (const auto choice : param.choices) json.value(choice);
    json.close_array();
  }
  if (!in_body) return;
  json.member("description", words.text(param.words));
  if (const auto example = example_of(param.type); !example.empty())
    json.key("examples").open_array().value(example).close_array();
}

// The members of an object in a body.
void add_members(JsonWriter& json, std::span<const Param> params, const app::Words& words) {
  json.member("type", "object").member("additionalProperties", false).key("required").open_array();
  for (const auto& param : params)
    if (param.where == Where::body && param.need == Need::required) json.value(param.name);
  json.close_array().key("properties").open_object();
  for (const auto& param : params) {
    if (param.where != Where::body) continue;
    json.key(param.name).open_object();
    add_type(json, param, words);
    json.close_object();
  }
  json.close_object();
}

void add_param(JsonWriter& json, const Param& param, const app::Words& words) {
  json.open_object().member("name", param.name);
  json.member("in", param.where == Where::path ? "path" : "query");
  json.member("required", param.need == Need::required);
  json.member("description", words.text(param.words)).key("schema").open_object();
  add_type(json, param, words);
  json.close_object();
  if (const auto example = example_of(param.type); !example.empty()) json.member("example", example);
  json.close_object();
}

void add_body(JsonWriter& json, const Route& route, const app::Words& words) {
  if (route.body == Body::none) return;
  json.key("requestBody").open_object().member("required", true).key("content").open_object();
  json.key(route.body == Body::json ? "application/json" : "application/octet-stream").open_object();
  json.key("schema").open_object();
  if (route.body == Body::json) add_members(json, route.params, words);
  json.close_object().close_object().close_object().close_object();
}

void add_answer(JsonWriter& json, const Route& route) {
  json.key("200").open_object().member("description", "OK").key("content").open_object();
  if (!route.schema.empty()) {
    json.key("application/json").open_object().key("schema").open_object();
    add_reference(json, route.schema);
    json.close_object().close_object();
  }
  if (route.schema.empty() || route.rows) {
    json.key(route.schema.empty() ? route.media : "text/csv").open_object().key("schema").open_object();
    json.member("type", "string").close_object().close_object();
  }
  json.close_object().close_object();
}

std::string method_of(const Route& route) {
  std::string method;
  for (const char c : name_of(route.method)) method += static_cast<char>(c - 'A' + 'a');
  return method;
}

void add_security(JsonWriter& json, const Route& route) {
  json.key("security").open_array();
  if (route.access.door == Access::Door::signed_in || route.access.door == Access::Door::by_deed)
    for (const std::string_view scheme : {"session", "token"})
      json.open_object().key(scheme).open_array().close_array().close_object();
  json.close_array();
}

void add_operation(JsonWriter& json, const Route& route, const app::Words& words) {
  json.key(method_of(route)).open_object();
  json.member("operationId", route.words.substr(route.words.find('.') + 1));
  json.member("summary", words.text(route.words));
  if (route.access.door == Access::Door::by_deed) json.member("x-deed", account::name_of(route.access.deed));
  add_security(json, route);
  json.key("parameters").open_array();
  for (const auto& param : route.params)
    if (param.where != Where::body) add_param(json, param, words);
  json.close_array();
  add_body(json, route, words);
  json.key("responses").open_object();
  add_answer(json, route);
  if (route.lasts == Lasts::sequence)
    json.key("304").open_object().member("description", "Not Modified").close_object();
  json.key("default").open_object().member("description", "RFC 9457").key("content").open_object();
  json.key("application/problem+json").open_object().key("schema").open_object();
  add_reference(json, "Problem");
  json.close_object().close_object().close_object().close_object();
  json.close_object().close_object();
}

// Routes of one pattern stand together.
void add_paths(JsonWriter& json, std::span<const Route> routes, const app::Words& words) {
  std::set<std::string_view> told;
  for (const auto& first : routes) {
    if (!told.insert(first.pattern).second) continue;
    json.key(first.pattern).open_object();
    for (const auto& route : routes)
      if (route.pattern == first.pattern) add_operation(json, route, words);
    json.close_object();
  }
}

void add_security_schemes(JsonWriter& json) {
  json.key("securitySchemes").open_object();
  json.key("session").open_object().member("type", "apiKey").member("in", "cookie");
  json.member("name", std::string(secure_prefix) + std::string(session_cookie)).close_object();
  json.key("token").open_object().member("type", "http").member("scheme", "bearer").close_object();
  json.close_object();
}

}  // namespace

std::string openapi_document(std::span<const Route> routes, const app::Words& words,
                             std::string_view version) {
  JsonWriter json;
  json.open_object().member("openapi", "3.1.0").key("info").open_object();
  json.member("title", "nucong").member("version", version).member("description", words.text("api.about"));
  json.close_object().key("paths").open_object();
  add_paths(json, routes, words);
  json.close_object().key("components").open_object();
  add_security_schemes(json);
  json.key("schemas").open_object();
  for (const auto& schema : schemas()) add_schema(json, schema);
  return std::move(json.close_object().close_object().close_object()).take();
}

}  // namespace nucong::http
