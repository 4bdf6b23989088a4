#include "http/params.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/text.hpp"

namespace nucong::http {
namespace {

using Value = Params::Value;
using Kind = Given::Kind;

constexpr std::size_t text_bytes_max = 500;

Error malformed(const Param& param, const std::string& text, std::string expected) {
  std::string shown = param.type == ParamType::secret ? "…" : cut_to_width(printable(text), 80);
  return fail(
      ErrorCode::param_malformed,
      {{"name", std::string(param.name)}, {"text", std::move(shown)}, {"expected", std::move(expected)}});
}

Result<Value> read_text(const Param& param, const std::string& text) {
  if (text.empty() || (text.size() > text_bytes_max && param.type != ParamType::prose))
    return malformed(param, text, "1 - " + std::to_string(text_bytes_max) + " byte");
  // No database keeps a byte that is zero within a text.
  if (text.find('\0') != std::string::npos) return malformed(param, text, "1 - 500 byte ≠ U+0000");
  if (param.type == ParamType::secret) return Value(text);
  TRY(auto normal, nfc(text));
  return Value(std::move(normal));
}

Result<Value> read_whole(const Param& param, const std::string& text) {
  const std::uint32_t least = param.type == ParamType::whole ? 1 : 0;
  std::uint32_t number = 0;
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = status == std::errc{} && end == text.data() + text.size();
  if (whole && number >= least && number <= param.most) return Value(number);
  return malformed(param, text, std::to_string(least) + " - " + std::to_string(param.most));
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

// One that is written as text.
Result<Value> read_one(const Param& param, const std::string& text) {
  switch (param.type) {
    case ParamType::text:
    case ParamType::secret:
    case ParamType::prose:
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
    case ParamType::count:
      return read_whole(param, text);
    case ParamType::number: {
      const auto number = Decimal::parse(text);
      if (number.has_error()) return malformed(param, text, "12, 12.5");
      return Value(number.value());
    }
    case ParamType::choice:
      return read_choice(param, text);
    case ParamType::truth:
      if (text == "true" || text == "false") return Value(text == "true");
      return malformed(param, text, "true, false");
    case ParamType::texts:
    case ParamType::objects:
      return malformed(param, text, "[…]");
  }
  return malformed(param, text, {});
}

// How JSON writes what a param of the type holds.
std::string written_as(ParamType type) {
  if (type == ParamType::texts) return "[\"…\"]";
  if (type == ParamType::objects) return "[{…}]";
  if (type == ParamType::truth) return "true, false";
  return type == ParamType::whole || type == ParamType::count || type == ParamType::number ? "12" : "\"…\"";
}

// As what kind of JSON a param of the type is written.
bool is_written_as(ParamType type, Kind kind) {
  switch (type) {
    case ParamType::whole:
    case ParamType::count:
      return kind == Kind::number;
    case ParamType::number:
      return kind == Kind::number || kind == Kind::text;
    case ParamType::truth:
      return kind == Kind::truth;
    case ParamType::texts:
    case ParamType::objects:
      return kind == Kind::list;
    case ParamType::text:
    case ParamType::secret:
    case ParamType::prose:
    case ParamType::unit:
    case ParamType::period:
    case ParamType::date:
    case ParamType::tree:
    case ParamType::rows:
    case ParamType::choice:
      return kind == Kind::text;
  }
  return false;
}

std::string known_names(std::span<const Param> params, Where where) {
  std::string known;
  for (const auto& param : params)
    if (param.where == where) known += (known.empty() ? "" : ", ") + std::string(param.name);
  return known;
}

}  // namespace

/// Reads all params of one request, or of one object in its body.
class ParamReader {
 public:
  /// `within`: what stands before the names of these params in the place of a fault.
  ParamReader(std::span<const Param> params, std::string within, std::vector<Error>& faults)
      : params_(params), within_(std::move(within)), faults_(faults) {}

  void take(Where where, const QueryParam& given) {
    const Param* param = expected(where, given.name);
    if (param != nullptr) keep(*param, read_one(*param, given.value));
  }

  void take_body(const Given& body) {
    for (const auto& [name, given] : body.members) {
      const Param* param = expected(Where::body, name);
      if (param == nullptr) continue;
      if (given.kind == Kind::nothing)
        left_out_.insert(param->name);
      else if (!is_written_as(param->type, given.kind))
        keep(*param, malformed(*param, given.text, written_as(param->type)));
      else if (given.kind == Kind::list)
        keep(*param, read_list(*param, given.list));
      else
        keep(*param, read_one(*param, given.text));
    }
  }

  [[nodiscard]] Params finish() && {
    for (const auto& param : params_)
      if (param.need == Need::required && (!seen_.contains(param.name) || left_out_.contains(param.name)))
        add(std::string(param.name), fail(ErrorCode::param_missing, {{"name", std::string(param.name)}}));
    return std::move(read_);
  }

 private:
  void add(const std::string& name, const Error& error) {
    faults_.push_back(error.at({{}, 0, within_ + name}));
  }

  const Param* expected(Where where, const std::string& name) {
    const auto param =
        std::ranges::find_if(params_, [&](const Param& p) { return p.name == name && p.where == where; });
    if (seen_.contains(name)) {
      add(name, fail(ErrorCode::param_twice, {{"name", name}}));
      return nullptr;
    }
    if (param == params_.end()) {
      add(name, fail(ErrorCode::param_unknown, {{"name", name}, {"known", known_names(params_, where)}}));
      return nullptr;
    }
    seen_.insert(param->name);
    return &*param;
  }

  void keep(const Param& param, Result<Value> value) {
    if (value.has_error())
      add(std::string(param.name), value.error());
    else
      read_.values_.emplace(std::string(param.name), std::move(value).value());
  }

  Result<Value> read_list(const Param& param, const std::vector<Given>& list) {
    if (list.size() > param.most)
      return malformed(param, std::to_string(list.size()), "0 - " + std::to_string(param.most));
    return param.type == ParamType::texts ? read_texts(param, list) : read_objects(param, list);
  }

  static Result<Value> read_texts(const Param& param, const std::vector<Given>& list) {
    std::vector<std::string> texts;
    for (const auto& one : list) {
      if (one.kind != Kind::text) return malformed(param, one.text, "[\"…\"]");
      TRY(auto text, read_text(param, one.text));
      texts.push_back(std::get<std::string>(std::move(text)));
    }
    return Value(std::move(texts));
  }

  Result<Value> read_objects(const Param& param, const std::vector<Given>& list) {
    std::vector<Params> objects;
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (list[i].kind != Kind::object) return malformed(param, list[i].text, "[{…}]");
      const std::string place = within_ + std::string(param.name) + "[" + std::to_string(i) + "].";
      ParamReader reader(param.members, place, faults_);
      reader.take_body(list[i]);
      objects.push_back(std::move(reader).finish());
    }
    return Value(std::move(objects));
  }

  std::span<const Param> params_;
  std::string within_;
  std::vector<Error>& faults_;
  std::set<std::string_view> seen_;
  std::set<std::string_view> left_out_;  // written, but as null
  Params read_;
};

Result<Params> Params::read(std::span<const Param> params, std::span<const QueryParam> path,
                            std::span<const QueryParam> query, const Given& body) {
  std::vector<Error> faults;
  ParamReader reader(params, {}, faults);
  constexpr std::size_t query_max = 100;  // beyond that it is no question, and its faults are no news
  for (const auto& given : path) reader.take(Where::path, given);
  for (const auto& given : query.first(std::min(query.size(), query_max))) reader.take(Where::query, given);
  reader.take_body(body);
  auto read = std::move(reader).finish();
  if (faults.empty()) return read;
  if (faults.size() == 1) return faults.front();
  return fail(ErrorCode::request_rejected, {{"count", std::to_string(faults.size())}})
      .with_causes(std::move(faults));
}

}  // namespace nucong::http
