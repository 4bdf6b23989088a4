#include "ooxml/relationships.hpp"

#include <pugixml.hpp>

#include "base/text.hpp"
#include "ooxml/xml.hpp"

namespace nucong::ooxml {
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

namespace {

using LinkVisitor = std::function<void(pugi::xml_node link, bool outside)>;

std::string last_word(std::string_view type) {
  return std::string(type.substr(type.rfind('/') + 1));
}

Result<> for_each_link(ZipArchive& archive, const std::string& part, const LinkVisitor& visit) {
  const auto folder = folder_of(part);
  const std::string name = std::string(part).substr(folder.empty() ? 0 : folder.size() + 1);
  XmlPart list{(folder.empty() ? "" : std::string(folder) + "/") + "_rels/" + name + ".rels", {}};
  if (!archive.has(list.name)) return ok();
  TRY(auto text, archive.read(list.name));
  list.text = std::move(text);
  return for_each_element(list, {"Relationships", "Relationship"}, [&](pugi::xml_node each) -> Result<> {
    visit(each, attribute(each, "TargetMode") == "External");
    return ok();
  });
}

}  // namespace

Result<std::vector<Relationship>> relationships_of(ZipArchive& archive, const std::string& part) {
  std::vector<Relationship> found;
  TRY(for_each_link(archive, part, [&](pugi::xml_node link, bool outside) {
    if (outside) return;
    found.push_back({std::string(attribute(link, "Id")), last_word(attribute(link, "Type")),
                     resolved(part, attribute(link, "Target"))});
  }));
  return found;
}

Result<std::vector<std::string>> outside_links_of(ZipArchive& archive, const std::string& part) {
  std::vector<std::string> types;
  TRY(for_each_link(archive, part, [&](pugi::xml_node link, bool outside) {
    if (outside) types.push_back(last_word(attribute(link, "Type")));
  }));
  return types;
}

}  // namespace nucong::ooxml
