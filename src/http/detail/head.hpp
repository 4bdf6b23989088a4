// The head of a response, as bytes.
#pragma once

#include <cstdint>
#include <string>

#include "http/response.hpp"

namespace nucong::http::detail {

enum class Afterwards : std::uint8_t { keep_alive, close };

/// Status line and fields with the blank line behind them. Adds what every response says: date, length (not
/// of 304 and of events), how the connection goes on, and what a browser may not do with it. Defect if a
/// field would break its line.
[[nodiscard]] std::string head_of(const Response& response, std::string_view request_id,
                                  Afterwards afterwards);

}  // namespace nucong::http::detail
