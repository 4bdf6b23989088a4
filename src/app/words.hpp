// All wording, by key, in two languages; from catalogue/messages.toml and catalogue/words.toml.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace nucong::app {

enum class Language : std::uint8_t { vi, en };

/// In a wording "{name}" is replaced by the param of that name, "{=name}" by the wording of the key
/// "name.value" of the param's value, and a part in [square brackets] is left out when a param in it is
/// missing or empty.
class Words {
 public:
  struct Wording {
    std::string vi;
    std::string en;
  };
  /// Keys: "error.<dotted code>" and free keys such as "help.score".
  using Table = std::map<std::string, Wording, std::less<>>;

  Words(Table table, Language language) : table_(std::move(table)), language_(language) {}

  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] bool has(std::string_view key) const { return table_.contains(key); }
  /// Defect if there is no such key: keys are ours.
  [[nodiscard]] std::string text(std::string_view key, const std::vector<ErrorParam>& params = {}) const;
  /// What a person reads about an error: place, message, code; its causes one a line.
  [[nodiscard]] std::string message(const Error& error) const;
  /// The title in this language, for what carries both.
  [[nodiscard]] const std::string& pick(const std::string& vi, const std::string& en) const {
    return language_ == Language::vi ? vi : en;
  }

 private:
  struct Filled {
    std::string text;
    bool complete = true;
  };
  [[nodiscard]] Filled fill(std::string_view wording, const std::vector<ErrorParam>& params) const;
  void put(std::string_view name, const std::vector<ErrorParam>& params, Filled& into) const;
  [[nodiscard]] std::string one_line(const Error& error) const;

  Table table_;
  Language language_;
};

}  // namespace nucong::app
