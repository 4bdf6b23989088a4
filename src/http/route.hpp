// A route: where it is, what it takes, who may ask, what answers.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/nation.hpp"
#include "app/words.hpp"
#include "http/access.hpp"
#include "http/params.hpp"
#include "http/response.hpp"
#include "http/surroundings.hpp"

namespace nucong::http {

enum class Format : std::uint8_t { json, csv };

class RequestKey;

enum class Method : std::uint8_t { get, post, put, remove };
/// "GET", "POST", "PUT", "DELETE".
[[nodiscard]] std::string_view name_of(Method method);

/// One request, checked, with the nation that it is put to.
struct Asked {
  const Params& params;
  const app::Present& present;
  const app::Words& words;
  Format format = Format::json;
  Surroundings& around;
  const app::Asker& asker;  ///< on today's tree; of an open door nobody in particular
  const Request& request;
  RequestKey* key = nullptr;  ///< by which it may come again; null without

  [[nodiscard]] const app::Nation& nation() const { return present.nation; }
  [[nodiscard]] std::string text(std::string_view name) const { return params.text(name); }
};

/// The body of an answer, and what is said of it in the header.
struct Content {
  std::string_view media;
  std::string text;
  std::vector<Field> fields = {};
  std::shared_ptr<Reader> events = nullptr;  ///< what comes behind the text, if there is no end of it
};

using Handler = Result<Content> (*)(const Asked& asked);

/// What an answer depends on, and so how long it stays true.
enum class Lasts : std::uint8_t {
  moment,   ///< it differs from one time to the next, or does something: never kept
  sequence  ///< until something happens or the day ends
};

/// What may be sent with a request, beside its params.
enum class Body : std::uint8_t {
  none,  ///< GET and DELETE
  json,  ///< the params of `Where::body`, in an object
  bytes  ///< a file, as it is
};

struct Route {
  std::string_view pattern;  ///< "/api/units/{unit}": a name in braces is a param of the path
  std::string_view words;    ///< the key of what it answers, in the wording
  std::vector<Param> params;
  Access access;
  std::string_view schema;  ///< of its JSON answer (http/schemas.hpp); empty: its answer is no JSON
  bool rows = false;        ///< it also answers in CSV: `.csv`, `format=csv` or `Accept: text/csv`
  Lasts lasts = Lasts::moment;
  Handler handler = nullptr;
  std::string_view media = "text/plain";  ///< of an answer that is no JSON
  Method method = Method::get;
  Body body = Body::none;
  std::size_t body_bytes_max = 0;
  bool tells_below = false;  ///< of each unit below the one that is named
  bool hashes = false;       ///< it costs a hash of a pass phrase: few at a time
  bool only_asks = false;    ///< what is sent is looked at and nothing changed, though it is no GET
  bool shown_once = false;   ///< its answer holds a secret, so it is not kept for a request that comes twice

  [[nodiscard]] bool changes() const { return method != Method::get && !only_asks; }
};

/// The first route that a request matches, and what its path holds.
struct Match {
  const Route* route = nullptr;
  std::vector<QueryParam> path;
  std::optional<Format> suffix;  ///< ".csv" or ".json" behind the path
};

/// HEAD is taken as GET. Errors: `route.unknown`; `route.method` (param `allowed`) where the path is known.
[[nodiscard]] Result<Match> match(std::span<const Route> routes, const Request& request);

}  // namespace nucong::http
