// Words that may not stand in our files, and what to write instead.
#include <algorithm>
#include <array>
#include <string_view>

#include "tidy/architecture.hpp"
#include "tidy/checks.hpp"
#include "tidy/source.hpp"

namespace nucong::tidy {
namespace {

enum class Where { src, src_and_tests, headers, anywhere };

/// A word of C++ code. The table spells no word whole where this very file would trip over it.
struct Ban {
  std::string_view word;
  Where where;
  std::array<std::string_view, 2> allowed;  ///< folders; empty entries mean none
  std::string_view instead;
};

constexpr std::array bans = {
    Ban{"system_clock::now", Where::src_and_tests, {"src/files/"}, "ask the Clock port"},
    Ban{"getenv", Where::src, {"src/nucong/"}, "read it in src/nucong and pass the value on"},
    Ban{"std::cout", Where::src, {"src/cli/", "src/nucong/"}, "return the text; src/cli prints"},
    Ban{"std::cerr", Where::src, {"src/cli/", "src/nucong/"}, "return an Error; src/cli prints"},
    Ban{"std::clog", Where::src, {"src/cli/", "src/nucong/"}, "return an Error; src/cli prints"},
    Ban{"printf(", Where::src, {"src/cli/", "src/nucong/"}, "return the text; src/cli prints"},
    Ban{"fprintf(", Where::src, {"src/cli/", "src/nucong/"}, "return the text; src/cli prints"},
    Ban{"fmt::print(", Where::src, {"src/cli/", "src/nucong/"}, "return the text; src/cli prints"},
    Ban{"using namespace", Where::headers, {}, "name what is used: a header's choice binds every includer"},
    Ban{"std::regex", Where::anywhere, {}, "write a small scanner: it is slow and recurses on long input"},
    Ban{"catch (...)", Where::anywhere, {}, "catch std::exception at a boundary, else let it pass"},
    Ban{"rand(", Where::anywhere, {}, "use a seeded std::mt19937_64 or the IdSource port"},
    Ban{"srand(", Where::anywhere, {}, "use a seeded std::mt19937_64 or the IdSource port"},
};

bool applies(const Ban& ban, std::string_view path) {
  const auto allowed = [&](std::string_view folder) { return !folder.empty() && path.starts_with(folder); };
  if (std::ranges::any_of(ban.allowed, allowed)) return false;
  switch (ban.where) {
    case Where::src:
      return path.starts_with("src/") && !is_test(path);
    case Where::src_and_tests:
      return path.starts_with("src/") || path.starts_with("test/");
    case Where::headers:
      return path.ends_with(".hpp");
    case Where::anywhere:
      return true;
  }
  return true;
}

// Marks of unfinished work. In two halves, so that this table is not itself a finding.
constexpr std::array<std::string_view, 4> unfinished = {
    "TO"
    "DO",
    "FIX"
    "ME",
    "X"
    "XX",
    "HA"
    "CK"};

/// Files that people write as code; data and documents may hold such letters for their own reasons.
bool is_written_as_code(std::string_view path) {
  constexpr std::array<std::string_view, 16> endings = {
      ".cpp", ".hpp", ".ts",   ".js", ".mjs", ".svelte",  ".css",   ".html",
      ".sql", ".sh",  ".toml", ".py", ".yml", "Makefile", ".cmake", "CMakeLists.txt"};
  const bool by_name =
      std::ranges::any_of(endings, [&](std::string_view ending) { return path.ends_with(ending); });
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const bool script =
      name.find('.') == std::string_view::npos && (path.starts_with("tools/") || path.starts_with(".ci/"));
  return by_name || script;
}

// Places that exist on one machine only, and package registries: a lock file or a script that names one
// builds on no other machine.
constexpr std::array<std::string_view, 3> machine_paths = {
    "/wo"
    "rk/",
    "/fa"
    "rm/",
    "/tmp/ba"
    "sh"};
constexpr std::array<std::string_view, 10> registry_hosts = {
    "registry.npm"
    "js.org",
    "registry.yarn"
    "pkg.com",
    "registry.npm"
    "mirror.com",
    "py"
    "pi.org",
    "python"
    "hosted.org",
    "deb.deb"
    "ian.org",
    "proxy.go"
    "lang.org",
    "static.cra"
    "tes.io",
    "index.cra"
    "tes.io",
    "repo.maven.apa"
    "che.org"};

/// An absolute path begins after something that cannot be part of a relative one.
bool has_absolute_path(std::string_view line, std::string_view path) {
  for (std::size_t at = line.find(path); at != std::string_view::npos; at = line.find(path, at + 1)) {
    const char before = at == 0 ? ' ' : line[at - 1];
    const bool joined = (before >= 'a' && before <= 'z') || (before >= 'A' && before <= 'Z') ||
                        (before >= '0' && before <= '9') || before == '_' || before == '-' || before == '.';
    if (!joined) return true;
  }
  return false;
}

}  // namespace

void check_banned_words(const Tree& tree, Findings& findings) {
  for (const File& file : tree.files()) {
    if (!file.path.ends_with(".cpp") && !file.path.ends_with(".hpp")) continue;
    const std::vector<SourceLine> lines = source_lines(file.text);
    for (const Ban& ban : bans) {
      if (!applies(ban, file.path)) continue;
      for (std::size_t i = 0; i < lines.size(); ++i) {
        if (has_word(lines[i].code, ban.word)) {
          findings.push_back(
              {file.path, i + 1, std::string(ban.word) + " is not used here: " + std::string(ban.instead)});
        }
      }
    }
  }
}

void check_unfinished_marks(const Tree& tree, Findings& findings) {
  for (const File& file : tree.files()) {
    if (!is_written_as_code(file.path)) continue;
    const std::vector<std::string> lines = lines_of(file.text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      for (const std::string_view mark : unfinished) {
        if (has_word(lines[i], mark)) {
          findings.push_back(
              {file.path, i + 1, std::string(mark) + ": finish it now, or open an issue and remove it"});
        }
      }
    }
  }
}

void check_machine_traces(const Tree& tree, Findings& findings) {
  for (const File& file : tree.files()) {
    const std::vector<std::string> lines = lines_of(file.text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      for (const std::string_view path : machine_paths) {
        if (has_absolute_path(lines[i], path)) {
          findings.push_back(
              {file.path, i + 1,
               "names " + std::string(path) + ", a place on one machine: use a path from the root"});
        }
      }
      for (const std::string_view host : registry_hosts) {
        if (lines[i].find(host) != std::string::npos) {
          findings.push_back(
              {file.path, i + 1,
               "names the registry " + std::string(host) + ": leave it to the machine's settings"});
        }
      }
      const bool lock_file = file.path.ends_with("package-lock.json");
      if (lock_file && lines[i].find("\"resolved\": \"http") != std::string::npos) {
        findings.push_back(
            {file.path, i + 1,
             "names where a package was fetched: set omit-lockfile-registry-resolved=true in .npmrc "
             "and write the lock file again"});
        break;  // one finding tells it for the whole file
      }
    }
  }
}

}  // namespace nucong::tidy
