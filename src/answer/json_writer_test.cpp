#include "answer/json_writer.hpp"

#include <gtest/gtest.h>

namespace nucong::answer {
namespace {

TEST(JsonWriter, writes_nested_values_with_exact_decimals) {
  JsonWriter json;
  json.open_object().member("value", Decimal::parse("92.3").value()).key("none").null();
  json.key("list").open_array().value("a\"\n\x01").value(true).close_array();
  json.key("empty").open_object().close_object().close_object();
  EXPECT_EQ(std::move(json).take(),
            "{\n  \"value\": 92.3,\n  \"none\": null,\n  \"list\": [\n    \"a\\\"\\n\\u0001\",\n    true\n  "
            "],\n  \"empty\": {}\n}\n");
}

TEST(JsonWriter, writes_a_document_as_one_line_for_streams) {
  JsonWriter json(JsonLayout::one_line);
  json.open_object().member("a", Decimal{1}).key("list").open_array().value("x\ny").null().close_array();
  json.key("empty").open_object().close_object().close_object();
  EXPECT_EQ(std::move(json).take(), "{\"a\": 1, \"list\": [\"x\\ny\", null], \"empty\": {}}\n");
}

}  // namespace
}  // namespace nucong::answer
