#include "http/params.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace nucong::http {
namespace {

using Value = Params::Value;

constexpr std::size_t text_bytes_max = 500;

Error malformed(const Param& param, const std::string& text, std::string expected) {
  return fail(ErrorCode::param_malformed,
              {{"name", std::string(param.name)}, {"text", text}, {"expected", std::move(expected)}});
}

Result<Value> read_text(const Param& param, const std::string& text) {
  if (!text.empty() && text.size() <= text_bytes_max) return Value(text);
  return malformed(param, text, "1 - " + std::to_string(text_bytes_max) + " byte");
}

Result<Value> read_whole(const Param& param, const std::string& text) {
  std::uint32_t number = 0;
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = status == std::errc{} && end == text.data() + text.size();
  if (whole && number >= 1 && number <= param.most) return Value(number);
  return malformed(param, text, "1 - " + std::to_string(param.most));
}

Result<Value> read_choice(const Param& param, const std::string& text) {
  if (std::ranges::find(param.choices, text) != param.choices.end()) return Value(text);
  std::string known;
  for (const auto choice : param.choices) known += (known.empty() ? "" : ", ") + std::string(choice);
  return malformed(param, text, known);
}

template <class T>
Result<Value> as_value(Result<T> read) {
  TRY(auto value, std::move(read));
  return Value(std::move(value));
}

Result<Value> read_one(const Param& param, const std::string& text) {
  switch (param.type) {
    case ParamType::text:
    case ParamType::unit:
      return read_text(param, text);
    case ParamType::period:
      return as_value(Period::parse(text));
    case ParamType::date:
      return as_value(parse_date(text));
    case ParamType::tree:
      return as_value(app::TreeChoice::parse(text));
    case ParamType::rows: {
      const auto rows = app::Rows::parse(text);
      if (rows.has_error()) return malformed(param, text, "self, child, level:1");
      return Value(rows.value());
    }
    case ParamType::whole:
      return read_whole(param, text);
    case ParamType::choice:
      return read_choice(param, text);
  }
  return malformed(param, text, {});
}

std::string known_names(std::span<const Param> params) {
  std::string known;
  for (const auto& param : params)
    if (param.where == Where::query) known += (known.empty() ? "" : ", ") + std::string(param.name);
  return known;
}

/// Faults found so far, each once told of at its param.
class Faults {
 public:
  void add(const std::string& name, const Error& error) { causes_.push_back(error.at({{}, 0, name})); }
  [[nodiscard]] bool none() const { return causes_.empty(); }
  [[nodiscard]] Error error() && {
    if (causes_.size() == 1) return causes_.front();
    return fail(ErrorCode::request_rejected, {{"count", std::to_string(causes_.size())}})
        .with_causes(std::move(causes_));
  }

 private:
  std::vector<Error> causes_;
};

}  // namespace

Result<Params> Params::read(std::span<const Param> params, std::span<const QueryParam> path,
                            std::span<const QueryParam> query) {
  Params read;
  Faults faults;
  std::set<std::string_view> seen;
  const auto take = [&](const QueryParam& given, Where where) {
    const auto param = std::ranges::find_if(
        params, [&](const Param& p) { return p.name == given.name && p.where == where; });
    if (!seen.insert(given.name).second) {
      faults.add(given.name, fail(ErrorCode::param_twice, {{"name", given.name}}));
    } else if (param == params.end()) {
      faults.add(given.name,
                 fail(ErrorCode::param_unknown, {{"name", given.name}, {"known", known_names(params)}}));
    } else if (auto value = read_one(*param, given.value); value.has_error()) {
      faults.add(given.name, value.error());
    } else {
      read.values_.emplace(given.name, std::move(value).value());
    }
  };
  constexpr std::size_t query_max = 100;  // beyond that it is no question, and its faults are no news
  for (const auto& given : path) take(given, Where::path);
  for (const auto& given : query.first(std::min(query.size(), query_max))) take(given, Where::query);
  for (const auto& param : params)
    if (param.need == Need::required && !seen.contains(param.name))
      faults.add(std::string(param.name),
                 fail(ErrorCode::param_missing, {{"name", std::string(param.name)}}));
  if (!faults.none()) return std::move(faults).error();
  return read;
}

}  // namespace nucong::http
