#include "document/detail/docx.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <pugixml.hpp>

#include "document/detail/docx_body.hpp"
#include "document/detail/docx_numbering.hpp"
#include "document/detail/plain_text.hpp"
#include "document/detail/utf8.hpp"
#include "ooxml/relationships.hpp"
#include "ooxml/xml.hpp"
#include "ooxml/zip_archive.hpp"

namespace nucong::document::detail {
namespace {

using ooxml::Relationship;
using ooxml::XmlPart;

const Relationship* find_type(const std::vector<Relationship>& all, std::string_view type) {
  const auto found = std::ranges::find(all, type, &Relationship::type);
  return found == all.end() ? nullptr : &*found;
}

class Package {
 public:
  static Result<app::Document> read(std::string_view bytes) {
    TRY(auto archive, ooxml::ZipArchive::open(bytes, ooxml::ZipLimits{}));
    Package package(std::move(archive));
    TRY(package.read_body());
    TRY(package.note_dangers());
    if (first_broken_byte(package.lines_.text())) return ooxml::damaged({package.main_, {}});
    app::Document document{package.lines_.take(), app::DocumentKind::docx, app::Encoding::utf8, {}};
    document.notes = std::move(package.notes_);
    return document;
  }

 private:
  explicit Package(ooxml::ZipArchive archive) : archive_(std::move(archive)) {}

  Result<XmlPart> read_part(const std::string& name) {
    TRY(auto text, archive_.read(name));
    return XmlPart{name, std::move(text)};
  }

  // A zip without a document is something else: a workbook, an OpenDocument text, a folder of photographs.
  Result<> read_body() {
    TRY(const auto package, ooxml::relationships_of(archive_, {}));
    const auto* main = find_type(package, "officeDocument");
    main_ = main != nullptr ? main->target : "word/document.xml";
    if (!archive_.has(main_) || !main_.ends_with(".xml")) return kind_unknown();
    TRY(const auto part, read_part(main_));
    TRY(const auto document, ooxml::parse(part));
    if (ooxml::local_name(document.document_element().name()) != "document") return kind_unknown();
    TRY(parts_, ooxml::relationships_of(archive_, main_));
    TRY(read_numbering());
    TRY(add_docx_blocks(part, ooxml::child(document.document_element(), "body"), numbering_, lines_));
    TRY(add_notes("footnotes", "footnote"));
    return add_notes("endnotes", "endnote");
  }

  Result<> read_numbering() {
    if (const auto* lists = find_part("numbering")) {
      TRY(const auto part, read_part(lists->target));
      TRY(numbering_.read_lists(part));
    }
    if (const auto* styles = find_part("styles")) {
      TRY(const auto part, read_part(styles->target));
      TRY(numbering_.read_styles(part));
    }
    return ok();
  }

  // Those with a type are the lines between the page and its notes.
  Result<> add_notes(std::string_view type, std::string_view element) {
    const auto* found = find_part(type);
    if (found == nullptr) return ok();
    TRY(const auto part, read_part(found->target));
    TRY(const auto document, ooxml::parse(part));
    for (const auto note : document.document_element().children()) {
      if (ooxml::local_name(note.name()) != element) continue;
      const auto kind = ooxml::attribute(note, "type");
      if (!kind.empty() && kind != "normal") continue;
      TRY(add_docx_blocks(part, note, numbering_, lines_));
    }
    return ok();
  }

  [[nodiscard]] const Relationship* find_part(std::string_view type) const {
    const auto* found = find_type(parts_, type);
    return found != nullptr && archive_.has(found->target) ? found : nullptr;
  }

  // A link to a web page waits for a click; anything else outside Word would fetch by itself.
  Result<> note_dangers() {
    if (find_type(parts_, "vbaProject") != nullptr || archive_.has("word/vbaProject.bin"))
      notes_.push_back({"macros", {}});
    TRY(auto outside, ooxml::outside_links_of(archive_, main_));
    if (const auto* settings = find_part("settings")) {
      TRY(const auto more, ooxml::outside_links_of(archive_, settings->target));
      outside.insert(outside.end(), more.begin(), more.end());
    }
    const auto fetched = std::ranges::count_if(outside, [](const auto& type) { return type != "hyperlink"; });
    if (fetched > 0) notes_.push_back({"outside_links", {{"count", std::to_string(fetched)}}});
    if (find_part("aFChunk") != nullptr) notes_.push_back({"embedded_documents", {}});
    return ok();
  }

  ooxml::ZipArchive archive_;
  std::string main_;
  std::vector<Relationship> parts_;
  DocxNumbering numbering_;
  Lines lines_;
  std::vector<app::DocumentNote> notes_;
};

}  // namespace

Result<app::Document> read_docx(std::string_view bytes) {
  TRY(auto document, Package::read(bytes));
  convert_if_legacy(document);
  return document;
}

}  // namespace nucong::document::detail
