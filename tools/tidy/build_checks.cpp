// Every source file is built by its module, and every module is in the build.
#include <algorithm>
#include <string_view>

#include "tidy/architecture.hpp"
#include "tidy/checks.hpp"

namespace nucong::tidy {
namespace {

bool names_file(const std::vector<std::string>& words, const std::string& relative) {
  return std::ranges::any_of(
      words, [&](const std::string& word) { return word == relative || word.ends_with("}/" + relative); });
}

}  // namespace

void check_sources_are_built(const Tree& tree, Findings& findings) {
  const Architecture table = architecture_of(tree);
  const File* all = tree.find("src/CMakeLists.txt");
  const std::vector<std::string> added = all == nullptr ? std::vector<std::string>{} : cmake_words(all->text);
  // A loop over the table adds every module.
  const bool adds_all = std::ranges::find(added, "NUCONG_MODULES") != added.end();
  for (const File& file : tree.files()) {
    const std::string module = module_of(file.path);
    if (module.empty()) continue;
    const std::string folder = "src/" + module + "/";
    if (file.path == folder + "CMakeLists.txt") {
      if (!table.knows(module)) {
        findings.push_back({file.path, 1,
                            "module " + module +
                                " is not in NUCONG_MODULES of cmake/Architecture.cmake: "
                                "add it there with its allowed edges"});
      }
      if (!adds_all && std::ranges::find(added, module) == added.end()) {
        findings.push_back(
            {file.path, 1, "is not built: write add_subdirectory(" + module + ") in src/CMakeLists.txt"});
      }
    }
    if (!file.path.ends_with(".cpp")) continue;
    const File* cmake = tree.find(folder + "CMakeLists.txt");
    const std::string relative = file.path.substr(folder.size());
    if (cmake == nullptr) {
      findings.push_back({file.path, 1, "its folder src/" + module + " has no CMakeLists.txt: add one"});
    } else if (!names_file(cmake_words(cmake->text), relative)) {
      findings.push_back({file.path, 1, "is in no target: name " + relative + " in " + cmake->path});
    }
  }
}

}  // namespace nucong::tidy
