#include "catalogue/words.hpp"

#include "catalogue/detail/table.hpp"
#include "embedded/wording_data.hpp"

namespace nucong::catalogue {
namespace {

Result<> add_group(const detail::Document& document, const detail::Table& root, std::string_view group,
                   std::string_view prefix, app::Words::Table& words) {
  if (!root.has(group)) return ok();
  TRY(const auto table, root.table(group));
  for (const auto& field : std::get<detail::Value::Fields>(document.root.data)) {
    if (field.key != group) continue;
    for (const auto& entry : std::get<detail::Value::Fields>(field.value.data)) {
      TRY(auto title, table.title(entry.key));
      words.insert_or_assign(std::string(prefix) + entry.key,
                             app::Words::Wording{std::move(title.vi), std::move(title.en)});
    }
  }
  return ok();
}

}  // namespace

Result<app::Words::Table> load_wording() {
  app::Words::Table words;
  for (const auto& file : wording_data::embedded_files()) {
    TRY(const auto document, detail::parse_document(file.name, file.text));
    const detail::Table root(document.file, document.root);
    TRY(root.check_keys({"error", "text"}));
    TRY(add_group(document, root, "error", "error.", words));
    TRY(add_group(document, root, "text", "", words));
  }
  return words;
}

}  // namespace nucong::catalogue
