#include "sheet/detail/sheet_reader.hpp"

#include <gtest/gtest.h>

namespace nucong::sheet::detail {
namespace {

// The `what` of the refusal; empty if the rows were read.
std::string refusal(std::string_view rows, CellAllowance allowance) {
  const ooxml::XmlPart part{"p", "<worksheet><sheetData>" + std::string(rows) + "</sheetData></worksheet>"};
  const auto shared = SharedStrings::read({"s", "<sst><si><t>ten bytes.</t></si></sst>"}).value();
  Table table{"a.xlsx", "Sheet1", {}};
  const auto read = read_rows(part, shared, allowance, table);
  return read ? "" : read.error().params().front().value;
}

TEST(ReadRows, counts_the_places_left_of_a_filled_cell) {
  const auto* rows =
      "<row><c r=\"XFD1\"><v>1</v></c></row><row><c><v>1</v></c></row><row><c r=\"XFD3\"/></row>";
  EXPECT_EQ(refusal(rows, {.cells = 16'385}), "");
  EXPECT_EQ(refusal(rows, {.cells = 16'384}), "cells");
  EXPECT_EQ(refusal(rows, {.blanks = 16'382}), "cells");
}

TEST(ReadRows, counts_a_shared_text_wherever_it_is_used) {
  const auto* rows = "<row><c t=\"s\"><v>0</v></c></row><row><c t=\"s\"><v>0</v></c></row>";
  EXPECT_EQ(refusal(rows, {.text_bytes = 20}), "");
  EXPECT_EQ(refusal(rows, {.text_bytes = 19}), "text");
}

}  // namespace
}  // namespace nucong::sheet::detail
