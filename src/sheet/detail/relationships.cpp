#include "sheet/detail/relationships.hpp"

#include "base/text.hpp"
#include "sheet/detail/xml.hpp"

namespace nucong::sheet::detail {
namespace {

std::string_view folder_of(std::string_view part) {
  const auto slash = part.rfind('/');
  return slash == std::string_view::npos ? std::string_view{} : part.substr(0, slash);
}

}  // namespace

std::string resolved(std::string_view part, std::string_view target) {
  std::vector<std::string_view> steps;
  const bool absolute = target.starts_with('/');
  if (!absolute && !folder_of(part).empty()) steps = split(folder_of(part), '/');
  for (const auto step : split(target, '/')) {
    if (step.empty() || step == ".") continue;
    if (step != "..") {
      steps.push_back(step);
    } else if (!steps.empty()) {
      steps.pop_back();
    }
  }
  std::string path;
  for (const auto step : steps) {
    if (!path.empty()) path += '/';
    path += step;
  }
  return path;
}

Result<std::vector<Relationship>> relationships_of(ZipArchive& archive, const std::string& part) {
  std::vector<Relationship> found;
  const auto folder = folder_of(part);
  const std::string name = std::string(part).substr(folder.empty() ? 0 : folder.size() + 1);
  XmlPart list{(folder.empty() ? "" : std::string(folder) + "/") + "_rels/" + name + ".rels", {}};
  if (!archive.has(list.name)) return found;
  TRY(auto text, archive.read(list.name));
  list.text = std::move(text);
  TRY(for_each_element(list, {"Relationships", "Relationship"}, [&](pugi::xml_node each) -> Result<> {
    if (attribute(each, "TargetMode") == "External") return ok();
    const auto type = attribute(each, "Type");
    found.push_back({std::string(attribute(each, "Id")), std::string(type.substr(type.rfind('/') + 1)),
                     resolved(part, attribute(each, "Target"))});
    return ok();
  }));
  return found;
}

}  // namespace nucong::sheet::detail
