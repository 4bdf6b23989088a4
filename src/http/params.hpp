// What a question is asked with: parameters with types, read and checked before anything is looked up.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/rows.hpp"
#include "app/tree_choice.hpp"
#include "http/request.hpp"

namespace nucong::http {

/// How a parameter is written, and as what it is read.
enum class ParamType : std::uint8_t {
  text,    ///< std::string, 1 to 500 bytes
  unit,    ///< std::string, the code of a unit
  period,  ///< Period
  date,    ///< Date
  tree,    ///< app::TreeChoice
  rows,    ///< app::Rows
  whole,   ///< std::uint32_t, 1 to Param::most
  choice   ///< std::string, one of Param::choices
};

enum class Where : std::uint8_t { path, query };
enum class Need : std::uint8_t { optional, required };

struct Param {
  std::string_view name;
  ParamType type = ParamType::text;
  Need need = Need::optional;
  std::string_view words;  ///< the key of what it means, in the wording
  Where where = Where::query;
  std::vector<std::string_view> choices = {};
  std::uint32_t most = 1000;
};

/// The values of one question. Those of the route's `params` alone, each at most once.
class Params {
 public:
  using Value = std::variant<std::string, Period, Date, app::TreeChoice, app::Rows, std::uint32_t>;

  /// `path` holds the values of the path's params under their names. All faults at once: one of them, or
  /// `request.rejected` with several, each at a place whose cell is the param's name. `param.missing`,
  /// `param.unknown`, `param.twice`, `param.malformed`; `period.malformed`, `date.*`.
  [[nodiscard]] static Result<Params> read(std::span<const Param> params, std::span<const QueryParam> path,
                                           std::span<const QueryParam> query);

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

 private:
  std::map<std::string, Value, std::less<>> values_;
};

}  // namespace nucong::http
