// The shapes of JSON answers, for the description of the API.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace nucong::http {

/// What a member holds.
enum class Shape : std::uint8_t {
  text,
  number,
  truth,
  date,
  maybe_text,    ///< text or null
  maybe_number,  ///< a number or null
  maybe_date,
  texts,         ///< an array of text
  numbers,       ///< an array of numbers
  object,        ///< of the schema `of`
  maybe_object,  ///< the same or null
  objects,       ///< an array of the schema `of`
  any,           ///< an object that is described elsewhere
  list           ///< an array of such
};

struct Member {
  std::string_view name;
  Shape shape = Shape::text;
  std::string_view of = {};
};

/// An object; every member is always there.
struct Schema {
  std::string_view name;
  std::span<const Member> members;
};

[[nodiscard]] std::span<const Schema> schemas();

}  // namespace nucong::http
