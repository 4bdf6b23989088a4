#include "sheet/workbook_fixture.hpp"

namespace nucong::sheet {
namespace {

constexpr std::string_view package_relationships =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>
</Relationships>)";
constexpr std::string_view workbook =
    R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>)";
constexpr std::string_view workbook_relationships =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
 Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
 Target="sharedStrings.xml"/></Relationships>)";

}  // namespace

std::vector<ZipEntry> workbook_entries(std::string_view rows, std::string_view shared_items) {
  return {{"_rels/.rels", std::string(package_relationships)},
          {"xl/workbook.xml", std::string(workbook)},
          {"xl/_rels/workbook.xml.rels", std::string(workbook_relationships)},
          {"xl/sharedStrings.xml", "<sst>" + std::string(shared_items) + "</sst>"},
          {"xl/worksheets/sheet1.xml",
           "<?xml version=\"1.0\"?><worksheet><sheetData>" + std::string(rows) + "</sheetData></worksheet>"}};
}

std::string workbook_of(std::string_view rows, std::string_view shared_items) {
  return zip_of(workbook_entries(rows, shared_items));
}

}  // namespace nucong::sheet
