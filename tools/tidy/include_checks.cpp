// Who may include whom: our modules among themselves, and third-party headers.
#include <algorithm>
#include <array>
#include <string_view>

#include "tidy/architecture.hpp"
#include "tidy/checks.hpp"
#include "tidy/source.hpp"

namespace nucong::tidy {
namespace {

bool is_cpp(std::string_view path) {
  return path.ends_with(".cpp") || path.ends_with(".hpp");
}

std::string first_part(std::string_view name) {
  return std::string(name.substr(0, name.find('/')));
}

std::string joined(const std::set<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text.empty() ? "none" : text;
}

/// A library whose headers are slow to compile, or that only one side of the house may know.
struct ThirdParty {
  std::string_view prefix;                    ///< of the header's name
  std::array<std::string_view, 3> modules{};  ///< the only ones that may include it
};

constexpr std::array third_party = {
    ThirdParty{"sqlite3.h", {"store"}},
    ThirdParty{"libpq-fe.h", {"store"}},
    ThirdParty{"toml++", {"catalogue", "settings"}},
    ThirdParty{"boost/json", {"cli", "http", "oidc"}},
    ThirdParty{"cjose/", {"oidc"}},
    ThirdParty{"curl/", {"oidc"}},
    ThirdParty{"boost/asio", {"http"}},
    ThirdParty{"boost/beast", {"http"}},
    ThirdParty{"spdlog", {"http"}},
    ThirdParty{"pugixml", {"ooxml", "sheet", "document"}},
    ThirdParty{"zip.h", {"ooxml"}},
    ThirdParty{"libxml", {"document"}},
    ThirdParty{"xlsxwriter", {"sheet"}},
    ThirdParty{"unicode/", {"base"}},
    ThirdParty{"sodium", {"secrets"}},
    ThirdParty{"openssl", {"secrets", "http", "oidc"}},
};

constexpr std::array<std::string_view, 8> domain = {"base",      "unit",   "account", "directive",
                                                    "indicator", "target", "report",  "rollup"};
constexpr std::array<std::string_view, 8> impure_headers = {
    "fstream", "filesystem", "thread", "mutex", "shared_mutex", "condition_variable", "future", "iostream"};

}  // namespace

void check_table(const Tree& tree, Findings& findings) {
  const std::string path = "cmake/Architecture.cmake";
  const Architecture table = architecture_of(tree);
  if (table.modules.empty()) {
    findings.push_back({path, 1, "names no NUCONG_MODULES: without the table nothing can be checked"});
    return;
  }
  for (const std::string& module : table.modules) {
    if (!table.edges.contains(module)) {
      findings.push_back({path, 1, "module " + module + " has no line ARCH_" + module + ": add one"});
    }
  }
  for (const auto& [module, edges] : table.edges) {
    if (!table.knows(module)) {
      findings.push_back(
          {path, 1, "ARCH_" + module + " is of no module: add " + module + " to NUCONG_MODULES"});
    }
    for (const std::string& to : edges) {
      if (!table.knows(to)) {
        findings.push_back(
            {path, 1, "ARCH_" + module + " names " + to + ", which is no module: correct the name"});
      }
    }
  }
  if (const auto cycle = table.cycle(); !cycle.empty()) {
    std::string text = cycle.front();
    for (std::size_t i = 1; i < cycle.size(); ++i) text += " -> " + cycle[i];
    findings.push_back({path, 1, "the table has a cycle, " + text + ": remove one of its edges"});
  }
}

void check_module_includes(const Tree& tree, Findings& findings) {
  const Architecture table = architecture_of(tree);
  for (const File& file : tree.files()) {
    if (!is_cpp(file.path)) continue;
    const std::string own = module_of(file.path);
    std::set<std::string> test_deps;
    if (const File* cmake = tree.find("src/" + own + "/CMakeLists.txt");
        cmake != nullptr && is_test(file.path)) {
      test_deps = module_list(cmake->text, "TEST_DEPS");
    }
    for (const Include& include : includes_of(source_lines(file.text))) {
      const std::string to = first_part(include.name);
      const auto report = [&](std::string message) {
        findings.push_back({file.path, include.line, std::move(message)});
      };
      if (include.angled) {
        if (table.knows(to) && include.name.ends_with(".hpp")) {
          report("<" + include.name + "> is ours: write it in quotes");
        }
        continue;
      }
      // A fuzz target belongs to the parser that it feeds, often a private one.
      const bool fuzz = file.path.starts_with("test/fuzz/");
      if (table.knows(to) && to != own && !fuzz && include.name.starts_with(to + "/detail/")) {
        report("\"" + include.name + "\" is private to " + to + ": use a public header of it");
      }
      if (own.empty()) continue;       // tests, tools and benchmarks may use every module
      if (to == "embedded") continue;  // made by cmake/Embed.cmake; the module links what it embeds
      if (include.name.find('/') == std::string::npos) {
        report("\"" + include.name + "\" hides where it lives: write \"" + own + "/" + include.name + "\"");
      } else if (!table.knows(to)) {
        if (is_test(file.path) && tree.exists("test/" + include.name)) continue;  // worlds shared by tests
        report("\"" + include.name + "\" is of no module of ours: write third-party headers in < >");
      } else if (!table.allows(own, to) && !test_deps.contains(to)) {
        const auto line = table.edges.find(own);
        report(own + " may not include " + to +
               " (allowed: " + joined(line == table.edges.end() ? std::set<std::string>{} : line->second) +
               "): go through an allowed module, or decide a new edge in cmake/Architecture.cmake");
      }
    }
  }
}

void check_third_party_includes(const Tree& tree, Findings& findings) {
  for (const File& file : tree.files()) {
    const std::string own = module_of(file.path);
    if (own.empty() || !is_cpp(file.path)) continue;
    for (const Include& include : includes_of(source_lines(file.text))) {
      for (const ThirdParty& library : third_party) {
        if (!include.name.starts_with(library.prefix)) continue;
        if (std::ranges::find(library.modules, own) == library.modules.end()) {
          findings.push_back({file.path, include.line,
                              "<" + include.name + "> belongs to src/" + std::string(library.modules[0]) +
                                  " alone: go through a port or move the code there"});
        } else if (file.path.ends_with(".hpp") && file.path.find("/detail/") == std::string::npos) {
          findings.push_back(
              {file.path, include.line,
               "<" + include.name +
                   "> in a header reaches every includer: include it in a .cpp or in detail/"});
        }
      }
    }
  }
}

void check_domain_purity(const Tree& tree, Findings& findings) {
  for (const File& file : tree.files()) {
    const bool in_domain = std::ranges::find(domain, module_of(file.path)) != domain.end();
    if (!in_domain || !is_cpp(file.path) || is_test(file.path)) continue;
    const std::vector<SourceLine> lines = source_lines(file.text);
    for (const Include& include : includes_of(lines)) {
      if (include.angled && std::ranges::find(impure_headers, include.name) != impure_headers.end()) {
        findings.push_back({file.path, include.line,
                            "<" + include.name +
                                "> in the domain, which knows no file, thread or console: take the " +
                                "data as an argument, do the rest in app or an adapter"});
      }
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
      for (const std::string_view clock : {"system_clock", "steady_clock", "high_resolution_clock"}) {
        if (has_word(lines[i].code, clock)) {
          findings.push_back(
              {file.path, i + 1, "a clock in the domain: take the day or the instant as an argument"});
        }
      }
    }
  }
}

}  // namespace nucong::tidy
