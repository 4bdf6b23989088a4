// What a request is made with: parameters with types, read and checked before anything is looked up.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/rows.hpp"
#include "app/tree_choice.hpp"
#include "base/decimal.hpp"
#include "http/given.hpp"
#include "http/request.hpp"

namespace nucong::http {

/// How a parameter is written, and as what it is read.
enum class ParamType : std::uint8_t {
  text,    ///< std::string, NFC, 1 to 500 bytes
  secret,  ///< the same, as it was typed; never repeated in an error
  prose,   ///< std::string, NFC, of any length that a body may have
  unit,    ///< std::string, the code of a unit
  period,  ///< Period
  date,    ///< Date
  tree,    ///< app::TreeChoice
  rows,    ///< app::Rows
  whole,   ///< std::uint32_t, 1 to Param::most
  count,   ///< std::uint32_t, 0 to Param::most
  number,  ///< Decimal, as a JSON number or as text
  truth,   ///< bool
  choice,  ///< std::string, one of Param::choices
  texts,   ///< std::vector<std::string>, at most Param::most
  objects  ///< std::vector<Params> of Param::members, at most Param::most
};

enum class Where : std::uint8_t { path, query, body };
enum class Need : std::uint8_t { optional, required };

struct Param {
  std::string_view name;
  ParamType type = ParamType::text;
  Need need = Need::optional;
  std::string_view words;  ///< the key of what it means, in the wording
  Where where = Where::query;
  std::vector<std::string_view> choices = {};
  std::uint32_t most = 1000;
  std::span<const Param> members = {};  ///< of `objects`; they live as long as the program
};

/// The values of one request. Those of the route's `params` alone, each at most once.
class Params {
 public:
  using Value = std::variant<std::string, Period, Date, app::TreeChoice, app::Rows, std::uint32_t, bool,
                             Decimal, std::vector<std::string>, std::vector<Params>>;

  /// `path` holds the values of the path's params under their names; `body` an object. What is null there
  /// counts as left out. All faults at once: one of them, or `request.rejected` with several, each at a place
  /// whose cell is the param's name ("unit", "cells[3].value"). `param.missing`, `param.unknown`,
  /// `param.twice`, `param.malformed`; `period.malformed`, `date.*`, `text.not_utf8`.
  [[nodiscard]] static Result<Params> read(std::span<const Param> params, std::span<const QueryParam> path,
                                           std::span<const QueryParam> query, const Given& body = {});

  /// Null if it was not given.
  template <class T>
  [[nodiscard]] const T* find(std::string_view name) const {
    const auto at = values_.find(name);
    return at == values_.end() ? nullptr : &std::get<T>(at->second);
  }
  /// Of a required one.
  template <class T>
  [[nodiscard]] const T& get(std::string_view name) const {
    const T* value = find<T>(name);
    ENSURE(value != nullptr);
    return *value;
  }
  template <class T>
  [[nodiscard]] T get_or(std::string_view name, T otherwise) const {
    const T* value = find<T>(name);
    return value == nullptr ? std::move(otherwise) : *value;
  }
  /// Empty if it was not given.
  [[nodiscard]] std::string text(std::string_view name) const { return get_or<std::string>(name, {}); }

 private:
  friend class ParamReader;
  std::map<std::string, Value, std::less<>> values_;
};

}  // namespace nucong::http
