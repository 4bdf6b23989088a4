#include "http/given.hpp"

#include <boost/json/basic_parser_impl.hpp>

#include "base/text.hpp"

namespace nucong::http {
namespace {

namespace json = boost::json;

/// What the parser tells of, put together. Numbers are kept as they were written: Boost's own values would
/// make a double of each.
class Builder {
 public:
  // The names that boost::json::basic_parser asks for.
  constexpr static std::size_t max_object_size = 10'000;
  constexpr static std::size_t max_array_size = 100'000;
  constexpr static std::size_t max_key_size = 1'000;
  constexpr static std::size_t max_string_size = std::size_t{16} << 20;

  Builder() { open_.push_back(&root_); }
  Builder(const Builder&) = delete;
  Builder& operator=(const Builder&) = delete;
  ~Builder() = default;

  [[nodiscard]] Given take() && { return root_.list.empty() ? Given{} : std::move(root_.list.front()); }

  bool on_document_begin(json::error_code&) { return true; }
  bool on_document_end(json::error_code&) { return true; }
  bool on_object_begin(json::error_code&) { return begin(Given::Kind::object); }
  bool on_object_end(std::size_t, json::error_code&) { return end(); }
  bool on_array_begin(json::error_code&) { return begin(Given::Kind::list); }
  bool on_array_end(std::size_t, json::error_code&) { return end(); }
  bool on_key_part(json::string_view part, std::size_t, json::error_code&) { return collect(part); }
  bool on_key(json::string_view part, std::size_t, json::error_code&) {
    (void)collect(part);
    key_ = std::exchange(text_, {});
    return true;
  }
  bool on_string_part(json::string_view part, std::size_t, json::error_code&) { return collect(part); }
  bool on_string(json::string_view part, std::size_t, json::error_code&) {
    (void)collect(part);
    return add(Given::Kind::text);
  }
  bool on_number_part(json::string_view part, json::error_code&) { return collect(part); }
  bool on_int64(std::int64_t, json::string_view part, json::error_code&) { return number(part); }
  bool on_uint64(std::uint64_t, json::string_view part, json::error_code&) { return number(part); }
  bool on_double(double, json::string_view part, json::error_code&) { return number(part); }
  bool on_bool(bool truth, json::error_code&) {
    text_ = truth ? "true" : "false";
    return add(Given::Kind::truth);
  }
  bool on_null(json::error_code&) { return add(Given::Kind::nothing); }
  bool on_comment_part(json::string_view, json::error_code&) { return true; }
  bool on_comment(json::string_view, json::error_code&) { return true; }

 private:
  bool collect(json::string_view part) {
    text_.append(part.data(), part.size());
    return true;
  }
  bool number(json::string_view part) {
    (void)collect(part);
    return add(Given::Kind::number);
  }
  bool add(Given::Kind kind) {
    place().kind = kind;
    last_->text = std::exchange(text_, {});
    return true;
  }
  bool begin(Given::Kind kind) {
    place().kind = kind;
    open_.push_back(last_);
    return true;
  }
  bool end() {
    open_.pop_back();
    return true;
  }
  // A new value where the next one belongs. What holds it grows only while it is the innermost, so no pointer
  // in open_ moves.
  Given& place() {
    Given& outer = *open_.back();
    if (outer.kind == Given::Kind::object)
      last_ = &outer.members.emplace_back(std::exchange(key_, {}), Given{}).second;
    else
      last_ = &outer.list.emplace_back();
    return *last_;
  }

  Given root_{Given::Kind::list, {}, {}, {}};
  std::vector<Given*> open_;
  Given* last_ = nullptr;
  std::string key_;
  std::string text_;
};

}  // namespace

Result<Given> read_given(std::string_view body) {
  if (trimmed(body).empty()) return Given{Given::Kind::object, {}, {}, {}};
  json::parse_options options;
  options.max_depth = 8;
  json::basic_parser<Builder> parser(options);
  json::error_code failed;
  const std::size_t read = parser.write_some(false, body.data(), body.size(), failed);
  if (!failed && trimmed(body.substr(read)).empty()) return std::move(parser.handler()).take();
  return fail(ErrorCode::request_body_malformed, {{"at", std::to_string(read)}});
}

}  // namespace nucong::http
