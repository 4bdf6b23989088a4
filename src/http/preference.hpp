// What the asker would rather have: Accept and Accept-Language.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "app/words.hpp"

namespace nucong::http {

/// The place in `offers` of what a field such as "text/csv, application/json;q=0.5" likes best; of equals the
/// first offer. "text/*" and "*/*" stand for all of their kind, "en-GB" for "en". Where nothing that is liked
/// is offered, or the field cannot be read, it is 0: an answer in another form is better than none.
[[nodiscard]] std::size_t preferred(std::string_view field, std::span<const std::string_view> offers);

/// Vietnamese unless English is liked better.
[[nodiscard]] app::Language preferred_language(std::string_view accept_language);

}  // namespace nucong::http
