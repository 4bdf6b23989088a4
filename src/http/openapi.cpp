#include "http/openapi.hpp"

#include "answer/json_writer.hpp"
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
    case Shape::object:
      add_reference(json, member.of);
      break;
    case Shape::objects:
      json.member("type", "array").key("items").open_object();
      add_reference(json, member.of);
      json.close_object();
      break;
    case Shape::any:
      json.member("type", "object");
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
    case ParamType::text:
      return {};
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
    case ParamType::whole:
    case ParamType::choice:
      return {};
  }
  return {};
}

void add_param(JsonWriter& json, const Param& param, const app::Words& words) {
  json.open_object().member("name", param.name);
  json.member("in", param.where == Where::path ? "path" : "query");
  json.member("required", param.need == Need::required);
  json.member("description", words.text(param.words)).key("schema").open_object();
  if (param.type == ParamType::whole) {
    json.member("type", "integer").member("minimum", Decimal{1}).member("maximum", Decimal{param.most});
  } else {
    json.member("type", "string");
    if (param.type == ParamType::date) json.member("format", "date");
  }
  if (!param.choices.empty()) {
    json.key("enum").open_array();
    for (const auto choice : param.choices) json.value(choice);
    json.close_array();
  }
  json.close_object();
  if (const auto example = example_of(param.type); !example.empty()) json.member("example", example);
  json.close_object();
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

void add_route(JsonWriter& json, const Route& route, const app::Words& words) {
  json.key(route.pattern).open_object().key("get").open_object();
  json.member("operationId", route.words.substr(route.words.find('.') + 1));
  json.member("summary", words.text(route.words)).key("parameters").open_array();
  for (const auto& param : route.params) add_param(json, param, words);
  json.close_array().key("responses").open_object();
  add_answer(json, route);
  if (route.lasts == Lasts::sequence)
    json.key("304").open_object().member("description", "Not Modified").close_object();
  json.key("default").open_object().member("description", "RFC 9457").key("content").open_object();
  json.key("application/problem+json").open_object().key("schema").open_object();
  add_reference(json, "Problem");
  json.close_object().close_object().close_object().close_object();
  json.close_object().close_object().close_object();
}

}  // namespace

std::string openapi_document(std::span<const Route> routes, const app::Words& words,
                             std::string_view version) {
  JsonWriter json;
  json.open_object().member("openapi", "3.1.0").key("info").open_object();
  json.member("title", "nucong").member("version", version).member("description", words.text("api.about"));
  json.close_object().key("paths").open_object();
  for (const auto& route : routes) add_route(json, route, words);
  json.close_object().key("components").open_object().key("schemas").open_object();
  for (const auto& schema : schemas()) add_schema(json, schema);
  return std::move(json.close_object().close_object().close_object()).take();
}

}  // namespace nucong::http
