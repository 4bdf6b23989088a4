#include "catalogue/load.hpp"

#include <utility>

#include "catalogue/detail/elements_file.hpp"
#include "catalogue/detail/forms_file.hpp"
#include "catalogue/detail/framework_file.hpp"
#include "embedded/catalogue_data.hpp"

namespace nucong::catalogue {
namespace {

using detail::Document;
using detail::Table;

// The catalogue is versioned as a whole: files of two versions would not fit together.
Result<> check_head(const Table& root, std::string& version, Date& valid_from, bool is_first) {
  TRY(root.check_keys({"version", "valid_from", "kind", "split", "element", "units", "indicator", "form",
                       "rule", "jump", "effort", "framework", "target"}));
  TRY(auto own_version, root.text("version"));
  TRY(const auto own_valid_from, root.date("valid_from"));
  if (!is_first && own_version != version) return root.error("version", own_version, version);
  if (!is_first && own_valid_from != valid_from)
    return root.error("valid_from", format_date(own_valid_from), format_date(valid_from));
  version = std::move(own_version);
  valid_from = own_valid_from;
  return ok();
}

}  // namespace

Result<app::Knowledge> load(std::span<const NamedText> files) {
  std::vector<Document> documents;
  std::string version;
  Date valid_from{};
  for (const auto& file : files) {
    TRY(auto document, detail::parse_document(file.name, file.text));
    TRY(check_head(Table(document.file, document.root), version, valid_from, documents.empty()));
    documents.push_back(std::move(document));
  }
  TRY(auto kinds, detail::read_kinds(documents));
  TRY(auto catalogue, detail::read_catalogue(documents, kinds));
  TRY(auto forms, detail::read_forms(documents, catalogue.elements(), kinds));
  TRY(auto rules, detail::read_rules(documents, catalogue.elements()));
  TRY(auto jump, detail::read_jump(documents));
  TRY(auto effort, detail::read_effort(documents));
  TRY(auto frameworks, detail::read_frameworks(documents, catalogue));
  return app::Knowledge{std::move(version),
                        valid_from,
                        std::move(catalogue),
                        std::move(kinds),
                        std::move(forms),
                        std::move(rules),
                        jump,
                        effort,
                        std::move(frameworks)};
}

Result<app::Knowledge> load_embedded() {
  std::vector<NamedText> files;
  for (const auto& file : catalogue_data::embedded_files()) files.push_back({file.name, file.text});
  return load(files);
}

}  // namespace nucong::catalogue
