#include "settings/read.hpp"

#include <algorithm>

#include "base/text.hpp"

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

namespace nucong::settings {
namespace {

Error not_a_setting(std::string name) {
  return fail(
      ErrorCode::setting_malformed,
      {{"name", std::move(name)}, {"text", "…"}, {"expected", "\"text\", 12, 1.5, true, [\"text\"]"}});
}

Result<app::Setting::Texts> texts_of(const toml::array& list, const std::string& name) {
  app::Setting::Texts texts;
  for (const auto& one : list) {
    if (!one.is_string()) return not_a_setting(name);
    TRY(auto text, nfc(one.as_string()->get()));
    texts.push_back(std::move(text));
  }
  return texts;
}

Result<app::Setting::Value> value_of(const toml::node& node, const std::string& name) {
  if (const auto* text = node.as_string()) {
    TRY(auto composed, nfc(text->get()));
    return app::Setting::Value(std::move(composed));
  }
  if (const auto* whole = node.as_integer()) return app::Setting::Value(whole->get());
  if (const auto* number = node.as_floating_point()) return app::Setting::Value(number->get());
  if (const auto* truth = node.as_boolean()) return app::Setting::Value(truth->get());
  if (const auto* list = node.as_array()) {
    TRY(auto texts, texts_of(*list, name));
    return app::Setting::Value(std::move(texts));
  }
  return not_a_setting(name);
}

Result<> add(const toml::table& table, const std::string& within, const std::string& file,
             app::Settings& settings) {
  for (const auto& [key, node] : table) {
    const std::string name = within + std::string(key.str());
    const Place place{file, key.source().begin.line, {}};
    if (const auto* inner = node.as_table()) {
      TRY(add(*inner, name + ".", file, settings));
      continue;
    }
    auto value = value_of(node, name);
    if (value.has_error()) return value.error().at(place);
    settings.push_back({name, std::move(value).value(), place});
  }
  return ok();
}

}  // namespace

Result<app::Settings> read(std::string_view toml, std::string_view file) {
  const auto parsed = toml::parse(toml, file);
  if (!parsed) {
    const auto& error = parsed.error();
    return fail(ErrorCode::settings_malformed, {{"detail", std::string(error.description())}})
        .at({std::string(file), error.source().begin.line, {}});
  }
  app::Settings settings;
  TRY(add(parsed.table(), {}, std::string(file), settings));
  std::ranges::stable_sort(settings, {}, [](const app::Setting& one) { return one.place.line; });
  return settings;
}

}  // namespace nucong::settings
