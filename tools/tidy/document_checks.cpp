// Documents: one title each, links that lead somewhere, and a wording for every error code.
#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "tidy/checks.hpp"
#include "tidy/source.hpp"

namespace nucong::tidy {
namespace {

/// The line without `code` between backticks; same columns.
std::string without_code(std::string line) {
  bool in_code = false;
  for (char& c : line) {
    if (c == '`') {
      in_code = !in_code;
    } else if (in_code) {
      c = ' ';
    }
  }
  return line;
}

/// The targets of `[text](target "title")`, `![text](target)` and `[name]: target` in one line.
std::vector<std::string> link_targets(const std::string& line) {
  std::vector<std::string> targets;
  const auto add = [&](std::string_view target) {
    target = trimmed(target);
    if (target.starts_with('<')) {
      target = target.substr(1, target.find('>') - 1);
    } else {
      target = target.substr(0, target.find(' '));
    }
    targets.emplace_back(target);
  };
  for (std::size_t at = line.find("]("); at != std::string::npos; at = line.find("](", at + 1)) {
    const std::size_t end = line.find(')', at);
    if (end != std::string::npos) add(std::string_view(line).substr(at + 2, end - at - 2));
  }
  const std::size_t definition = line.find("]: ");
  if (line.starts_with('[') && !line.starts_with("[^") && definition == line.find(']')) {
    if (definition != std::string::npos) add(std::string_view(line).substr(definition + 3));
  }
  return targets;
}

bool is_elsewhere(std::string_view target) {
  return target.empty() || target.starts_with('#') || target.find("://") != std::string_view::npos ||
         target.starts_with("mailto:");
}

/// `target` as seen from the document at `path`, from the root; nothing left of ".." above the root stays
/// "..".
std::string resolved(std::string_view path, std::string_view target) {
  target = target.substr(0, target.find_first_of("#?"));
  std::vector<std::string> parts;
  const auto walk = [&](std::string_view rest) {
    while (!rest.empty()) {
      const std::size_t slash = std::min(rest.find('/'), rest.size());
      const std::string_view part = rest.substr(0, slash);
      if (part == ".." && !parts.empty() && parts.back() != "..") {
        parts.pop_back();
      } else if (!part.empty() && part != ".") {
        parts.emplace_back(part);
      }
      rest.remove_prefix(std::min(slash + 1, rest.size()));
    }
  };
  if (!target.starts_with('/')) {
    const std::size_t folder = path.rfind('/');
    walk(path.substr(0, folder == std::string_view::npos ? 0 : folder));
  }
  walk(target);
  std::string joined;
  for (const std::string& part : parts) joined += (joined.empty() ? "" : "/") + part;
  return joined;
}

void check_document(const Tree& tree, const File& file, Findings& findings) {
  const std::vector<std::string> lines = lines_of(file.text);
  std::size_t titles = 0;
  std::string_view fence;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view start = trimmed(lines[i]);
    if (fence.empty() && (start.starts_with("```") || start.starts_with("~~~"))) {
      fence = start.substr(0, 3);
      continue;
    }
    if (!fence.empty()) {
      if (start.starts_with(fence)) fence = {};
      continue;
    }
    if (lines[i].starts_with("# ") && ++titles == 2) {
      findings.push_back(
          {file.path, i + 1, "a second title (# ...): one per document, begin sections with ##"});
    }
    for (const std::string& target : link_targets(without_code(lines[i]))) {
      if (is_elsewhere(target) || tree.exists(resolved(file.path, target))) continue;
      findings.push_back({file.path, i + 1,
                          "the link to " + target + " leads nowhere: correct the path from this document"});
    }
  }
  if (titles == 0) findings.push_back({file.path, 1, "has no title: begin it with a line # ..."});
}

/// The dotted names in the lines X(id, "dotted.name", kind) of the list of error codes.
std::map<std::string, std::size_t> error_codes(std::string_view text) {
  std::map<std::string, std::size_t> codes;
  const std::vector<std::string> lines = lines_of(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = trimmed(lines[i]);
    const std::size_t open = line.find('"');
    if (!line.starts_with("X(") || open == std::string_view::npos) continue;
    codes.emplace(line.substr(open + 1, line.find('"', open + 1) - open - 1), i + 1);
  }
  return codes;
}

struct Wording {
  std::size_t line = 0;
  std::map<std::string, std::string> texts;  ///< by language
};

/// Entries [error."dotted.name"] with lines `vi = "..."` and `en = "..."`.
std::map<std::string, Wording> wordings(std::string_view text) {
  constexpr std::string_view heading = "[error.\"";
  std::map<std::string, Wording> entries;
  Wording* entry = nullptr;
  const std::vector<std::string> lines = lines_of(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = trimmed(lines[i]);
    if (line.starts_with('[')) {
      entry = nullptr;
      if (!line.starts_with(heading)) continue;
      const std::string_view name = line.substr(heading.size());
      entry = &entries[std::string(name.substr(0, name.find('"')))];
      entry->line = i + 1;
    } else if (const std::size_t open = line.find('"'); entry != nullptr && open != std::string_view::npos) {
      const std::string_view key = line.substr(0, line.find_first_of(" ="));
      if (key == "vi" || key == "en")
        entry->texts[std::string(key)] = line.substr(open + 1, line.rfind('"') - open - 1);
    }
  }
  return entries;
}

/// A param x_en is the English of the param x.
std::set<std::string> placeholders(std::string_view text) {
  std::set<std::string> names;
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    std::string_view name = text.substr(open + 1, text.find('}', open) - open - 1);
    if (name.ends_with("_en")) name.remove_suffix(3);
    names.emplace(name);
  }
  return names;
}

}  // namespace

void check_documents(const Tree& tree, Findings& findings) {
  for (const File& file : tree.files()) {
    // Issue and pull-request forms have front matter instead of a title; test data is not ours to title.
    const bool ours = !file.path.starts_with(".github/") && !file.path.starts_with("test/");
    if (ours && file.path.ends_with(".md")) check_document(tree, file, findings);
  }
}

void check_error_wording(const Tree& tree, Findings& findings) {
  const File* list = tree.find("src/base/error_codes.hpp");
  const File* messages = tree.find("catalogue/messages.toml");
  if (list == nullptr || messages == nullptr) return;
  const auto codes = error_codes(list->text);
  const auto entries = wordings(messages->text);
  for (const auto& [code, line] : codes) {
    const auto entry = entries.find(code);
    if (entry == entries.end()) {
      findings.push_back(
          {list->path, line, code + " has no wording: write [error.\"" + code + "\"] in " + messages->path});
      continue;
    }
    const auto report = [&](const std::string& message) {
      findings.push_back({messages->path, entry->second.line, message});
    };
    const auto text = [&](const char* language) {
      const auto found = entry->second.texts.find(language);
      return found == entry->second.texts.end() ? std::string{} : found->second;
    };
    const std::string vi = text("vi");
    const std::string en = text("en");
    if (vi.empty() || en.empty()) report(code + " lacks a language: write both vi and en");
    if (placeholders(vi) != placeholders(en))
      report(code + " names different {params} in vi and en: use the same");
    for (const std::string_view phrase : {"vui lòng", "Vui lòng", "không hợp lệ"}) {
      if (vi.find(phrase) != std::string::npos) {
        report("\"" + std::string(phrase) + "\" tells nothing: say what happened and what to do");
      }
    }
  }
  for (const auto& [code, entry] : entries) {
    if (!codes.contains(code)) {
      findings.push_back(
          {messages->path, entry.line, code + " is no error code: correct the name or remove the entry"});
    }
  }
}

}  // namespace nucong::tidy
