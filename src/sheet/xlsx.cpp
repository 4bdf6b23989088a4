#include "sheet/xlsx.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <pugixml.hpp>

#include "ooxml/relationships.hpp"
#include "ooxml/zip_archive.hpp"
#include "sheet/detail/cell_text.hpp"
#include "sheet/detail/shared_strings.hpp"
#include "sheet/detail/sheet_reader.hpp"

namespace nucong::sheet {
namespace {

using ooxml::Relationship;
using ooxml::XmlPart;

struct SheetPart {
  std::string name;  ///< as on its tab
  std::string part;
};

const Relationship* find_type(const std::vector<Relationship>& all, std::string_view type) {
  const auto found = std::ranges::find(all, type, &Relationship::type);
  return found == all.end() ? nullptr : &*found;
}

const Relationship* find_id(const std::vector<Relationship>& all, std::string_view id) {
  const auto found = std::ranges::find(all, id, &Relationship::id);
  return found == all.end() ? nullptr : &*found;
}

class Workbook {
 public:
  static Result<Workbook> open(std::string_view bytes) {
    const auto container = ooxml::container_of(bytes);
    if (container == ooxml::Container::compound) return ooxml::refused_compound(bytes, ".xlsx");
    if (container == ooxml::Container::none) return fail(ErrorCode::xlsx_not_xlsx);
    TRY(auto archive, ooxml::ZipArchive::open(bytes, ooxml::ZipLimits{}));
    Workbook book(std::move(archive));
    TRY(book.read_contents());
    return book;
  }

  [[nodiscard]] const std::vector<SheetPart>& sheets() const { return sheets_; }

  Result<Table> read_sheet(const SheetPart& sheet, const std::string& file) {
    Table table{file, sheet.name, {}};
    TRY(auto part, read_part(sheet.part));
    TRY(load_shared_strings());
    TRY(detail::read_rows(part, shared_, allowance_, table));
    return table;
  }

 private:
  explicit Workbook(ooxml::ZipArchive archive) : archive_(std::move(archive)) {}

  Result<XmlPart> read_part(const std::string& name) {
    TRY(auto text, archive_.read(name));
    return XmlPart{name, std::move(text)};
  }

  // A zip without a workbook is something else: a document, a presentation, a folder of photographs.
  Result<> read_contents() {
    TRY(auto package, ooxml::relationships_of(archive_, {}));
    const auto* main = find_type(package, "officeDocument");
    const std::string name = main != nullptr ? main->target : "xl/workbook.xml";
    if (!archive_.has(name) || !name.ends_with(".xml")) return fail(ErrorCode::xlsx_not_xlsx);
    TRY(auto part, read_part(name));
    TRY(auto document, ooxml::parse(part));
    const pugi::xml_node root = document.document_element();
    if (ooxml::local_name(root.name()) != "workbook") return fail(ErrorCode::xlsx_not_xlsx);
    TRY(auto parts, ooxml::relationships_of(archive_, name));
    if (const auto* shared = find_type(parts, "sharedStrings")) shared_part_ = shared->target;
    for (const pugi::xml_node each : ooxml::child(root, "sheets").children()) {
      const auto state = ooxml::attribute(each, "state");
      if (state == "hidden" || state == "veryHidden") continue;
      const auto* sheet = find_id(parts, ooxml::attribute(each, "id"));
      if (sheet == nullptr) return ooxml::damaged(part);
      if (sheet->type != "worksheet") continue;
      TRY(auto tab, detail::clean_text(ooxml::attribute(each, "name")));
      // Table::place tells a sheet from a CSV by its name.
      sheets_.push_back({tab.empty() ? "Sheet" + std::to_string(sheets_.size() + 1) : tab, sheet->target});
    }
    return ok();
  }

  Result<> load_shared_strings() {
    if (!shared_part_) return ok();
    TRY(auto part, read_part(*shared_part_));
    TRY(auto strings, detail::SharedStrings::read(part));
    shared_ = std::move(strings);
    shared_part_.reset();
    return ok();
  }

  ooxml::ZipArchive archive_;
  std::vector<SheetPart> sheets_;
  std::optional<std::string> shared_part_;  ///< until it has been read
  detail::SharedStrings shared_;
  detail::CellAllowance allowance_;
};

Result<std::vector<Table>> read_sheets(std::string_view bytes, const std::string& file,
                                       std::size_t count_max) {
  TRY(auto book, Workbook::open(bytes));
  std::vector<Table> tables;
  for (const auto& sheet : book.sheets()) {
    if (tables.size() == count_max) break;
    TRY(auto table, book.read_sheet(sheet, file));
    tables.push_back(std::move(table));
  }
  return tables;
}

}  // namespace

Result<std::vector<Table>> read_xlsx(std::string_view bytes, std::string file) {
  auto tables = read_sheets(bytes, file, static_cast<std::size_t>(-1));
  if (!tables) return tables.error().at({std::move(file), 0, {}});
  return tables;
}

Result<Table> read_xlsx_first_sheet(std::string_view bytes, std::string file) {
  auto tables = read_sheets(bytes, file, 1);
  if (!tables) return tables.error().at({std::move(file), 0, {}});
  if (tables.value().empty()) return fail(ErrorCode::table_empty).at({std::move(file), 0, {}});
  return std::move(tables.value().front());
}

}  // namespace nucong::sheet
