// Papers cited by name alone: "Luật Công đoàn năm 2024", "Nghị quyết Đại hội XIII Công đoàn Việt Nam".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "directive/paper/document_kinds.hpp"
#include "directive/text/token.hpp"

namespace nucong::directive {

struct NamedPaper {
  std::size_t end = 0;     ///< the first token after the name
  std::size_t resume = 0;  ///< where another paper is named inside it, to be read too; 0 if none is
  std::optional<Date> date;
  std::optional<std::string> issuer;
  std::optional<std::string> title;
};

/// The paper whose kind stands at token `at`; none where the words are general: "các chương trình", "Kế hoạch
/// này".
[[nodiscard]] std::optional<NamedPaper> named_paper(const Tokens& tokens, std::size_t at,
                                                    const KindRead& kind, std::string_view text);

}  // namespace nucong::directive
