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
#include "http/asker.hpp"
#include "http/feed.hpp"
#include "http/measures.hpp"
#include "http/params.hpp"
#include "http/response.hpp"
#include "http/trees.hpp"
#include "live/live_nation.hpp"

namespace nucong::http {

enum class Format : std::uint8_t { json, csv };

/// What questions are put to, beside the nation.
struct Surroundings {
  live::LiveNation& live;
  Trees& trees;
  Measures& measures;
  Feed& feed;
  /// Why the nation may be older than what is stored; none if it is not.
  std::function<std::optional<Error>()> trouble;
  std::string version;
};

/// One question, checked, with the nation that it is asked of.
struct Asked {
  const Params& params;
  const app::Present& present;
  const app::Words& words;
  Format format = Format::json;
  const Surroundings& around;
  std::string_view last_event_id = {};  ///< of a reader of events who comes back

  [[nodiscard]] const app::Nation& nation() const { return present.nation; }
  [[nodiscard]] std::string text(std::string_view name) const { return params.get_or<std::string>(name, {}); }
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
  moment,   ///< it differs from one time to the next: never kept
  sequence  ///< until something happens or the day ends
};

struct Route {
  std::string_view pattern;  ///< "/api/units/{unit}": a name in braces is a param of the path
  std::string_view words;    ///< the key of what it answers, in the wording
  std::vector<Param> params;
  Deed deed = Deed::read;
  std::string_view schema;  ///< of its JSON answer (http/schemas.hpp); empty: its answer is no JSON
  bool rows = false;        ///< it also answers in CSV: `.csv`, `format=csv` or `Accept: text/csv`
  Lasts lasts = Lasts::sequence;
  Handler handler = nullptr;
  std::string_view media = "text/plain";  ///< of an answer that is no JSON
};

/// The first route that a request matches, and what its path holds.
struct Match {
  const Route* route = nullptr;
  std::vector<QueryParam> path;
  std::optional<Format> suffix;  ///< ".csv" or ".json" behind the path
};

/// Errors: `route.unknown`; `route.method` for anything but GET and HEAD.
[[nodiscard]] Result<Match> match(std::span<const Route> routes, const Request& request);

}  // namespace nucong::http
