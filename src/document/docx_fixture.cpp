#include "document/docx_fixture.hpp"

namespace nucong::document {
namespace {

constexpr std::string_view package_relationships =
    R"(<Relationships>
<Relationship Id="rId1" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>)";
constexpr std::string_view document_relationships =
    R"(<Relationships><Relationship Id="a" Type="http://x/numbering" Target="numbering.xml"/>
<Relationship Id="b" Type="http://x/styles" Target="styles.xml"/>
<Relationship Id="c" Type="http://x/footnotes" Target="footnotes.xml"/></Relationships>)";
constexpr std::string_view numbering =
    R"(<w:numbering><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>
</w:num></w:numbering>)";
constexpr std::string_view styles =
    R"(<w:styles><w:style w:styleId="Item"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="SubItem"><w:basedOn w:val="Item"/></w:style></w:styles>)";
constexpr std::string_view footnotes =
    R"(<w:footnotes><w:footnote w:type="separator"><w:p><w:r><w:t>no</w:t></w:r></w:p></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t xml:space="preserve"> Kể cả lao động nữ thời vụ.</w:t></w:r></w:p></w:footnote>
</w:footnotes>)";

}  // namespace

std::vector<ooxml::ZipEntry> docx_entries(std::string_view body) {
  return {{"_rels/.rels", std::string(package_relationships)},
          {"word/document.xml", "<?xml version=\"1.0\"?><w:document><w:body>" + std::string(body) +
                                    "<w:sectPr/></w:body></w:document>"},
          {"word/_rels/document.xml.rels", std::string(document_relationships)},
          {"word/numbering.xml", std::string(numbering)},
          {"word/styles.xml", std::string(styles)}};
}

std::string footnotes_part() {
  return std::string(footnotes);
}

std::string docx_of(std::string_view body) {
  return ooxml::zip_of(docx_entries(body));
}

std::string paragraph(std::string_view text, std::string_view properties) {
  return "<w:p><w:pPr>" + std::string(properties) + "</w:pPr><w:r><w:t xml:space=\"preserve\">" +
         std::string(text) + "</w:t></w:r></w:p>";
}

std::string table_cell(std::string_view text, std::string_view properties) {
  return "<w:tc><w:tcPr>" + std::string(properties) + "</w:tcPr>" + paragraph(text) + "</w:tc>";
}

}  // namespace nucong::document
