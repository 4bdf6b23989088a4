// How the parts of a package name each other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ooxml/zip_archive.hpp"

namespace nucong::ooxml {

struct Relationship {
  std::string id;
  /// The last word of the type's address: "worksheet"; the same in both editions of the standard.
  std::string type;
  std::string target;  ///< a part's name inside the package
};

/// What `part` refers to inside the package (the package itself if `part` is empty), in file order. What lies
/// outside is left out: nothing is ever fetched. None if the part has no relationships.
/// Errors: those of reading an XML part.
[[nodiscard]] Result<std::vector<Relationship>> relationships_of(ZipArchive& archive,
                                                                 const std::string& part);

/// The types of what `part` refers to outside the package: "hyperlink", "attachedTemplate". Same errors.
[[nodiscard]] Result<std::vector<std::string>> outside_links_of(ZipArchive& archive, const std::string& part);

/// "../media/a.xml" as seen from "xl/worksheets/sheet1.xml" is "xl/media/a.xml".
[[nodiscard]] std::string resolved(std::string_view part, std::string_view target);

}  // namespace nucong::ooxml
