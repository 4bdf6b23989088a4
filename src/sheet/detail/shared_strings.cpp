#include "sheet/detail/shared_strings.hpp"

#include "sheet/detail/cell_text.hpp"

namespace nucong::sheet::detail {

Result<SharedStrings> SharedStrings::read(const ooxml::XmlPart& part) {
  SharedStrings strings;
  TRY(ooxml::for_each_element(part, {"sst", "si"}, [&](pugi::xml_node item) -> Result<> {
    TRY(auto text, text_of_runs(item));
    strings.texts_ += text;
    strings.ends_.push_back(strings.texts_.size());
    return ok();
  }));
  return strings;
}

std::optional<std::string_view> SharedStrings::at(std::size_t index) const {
  if (index >= ends_.size()) return std::nullopt;
  const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
  return std::string_view(texts_).substr(begin, ends_[index] - begin);
}

}  // namespace nucong::sheet::detail
