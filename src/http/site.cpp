#include "http/site.hpp"

#include <array>

#include <fmt/format.h>

#include "http/preference.hpp"
#include "http/problem.hpp"
#include "http/routes.hpp"

namespace nucong::http {

/// A request that was understood, with the nation that it is put to.
struct Site::Question {
  const Route* route;
  Params params;
  std::shared_ptr<const app::Nation> nation;
  Date today;
  const app::Words* words;
  Format format;
  std::string key;           ///< everything that the answer depends on
  std::string etag;          ///< the same in short
  std::string described_by;  ///< the same question in JSON, where its figures are explained
  std::string request;       ///< id
  std::string last_event_id;
};

namespace {

std::string_view without_port(std::string_view host) {
  if (host.starts_with('[')) return host.substr(0, host.find(']') + 1);
  return host.substr(0, host.find(':'));
}

Format format_of(const Match& match, const Params& params, const Request& request) {
  if (!match.route->rows) return Format::json;
  if (match.suffix) return *match.suffix;
  if (const auto* named = params.find<std::string>("format"))
    return *named == "csv" ? Format::csv : Format::json;
  constexpr std::array<std::string_view, 2> media = {"application/json", "text/csv"};
  return preferred(request.field("accept"), media) == 1 ? Format::csv : Format::json;
}

// The question as an address, in one spelling, without its format.
std::string address_of(const Match& match, const Request& request) {
  std::string address;
  auto path = request.target.path;
  if (match.suffix) path.back().resize(path.back().rfind('.'));
  for (const auto& part : path) address += "/" + percent_encoded(part);
  char before = '?';
  for (const auto& param : request.target.query) {
    if (param.name == "format") continue;
    address += before + percent_encoded(param.name) + "=" + percent_encoded(param.value);
    before = '&';
  }
  return address;
}

std::uint64_t fingerprint(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325;  // FNV-1a
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return hash;
}

std::vector<Field> fields_of(std::string_view etag, Lasts lasts) {
  if (lasts == Lasts::moment) return {{"Cache-Control", "no-store"}};
  return {{"ETag", std::string(etag)},
          {"Cache-Control", "private, no-cache"},
          {"Vary", "Accept, Accept-Language, Authorization, Cookie"}};
}

Response not_modified(std::string_view etag, std::string_view route) {
  Response response{304, fields_of(etag, Lasts::sequence)};
  response.route = route;
  return response;
}

}  // namespace

Site::Site(SiteParts parts)
    : parts_(std::move(parts)),
      vi_(parts_.wording, app::Language::vi),
      en_(parts_.wording, app::Language::en),
      around_{parts_.live, trees_, parts_.measures, parts_.feed, parts_.trouble, parts_.version} {}

const app::Words& Site::words_for(const Request& request) const {
  return preferred_language(request.field("accept-language")) == app::Language::en ? en_ : vi_;
}

Result<> Site::check_host(const Request& request) const {
  std::string host;
  for (const char c : without_port(request.field("host")))
    host += 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (parts_.hosts.empty() || parts_.hosts.contains(host)) return ok();
  return fail(ErrorCode::request_host_foreign, {{"host", host}});
}

Result<> Site::check_asker(const Route& route, const Params& params, const Request& request) const {
  TRY(const auto asker, parts_.askers.asker_of(request));
  const auto* unit = params.find<std::string>("unit");
  const auto about = unit == nullptr ? std::nullopt : std::optional<std::string_view>(*unit);
  if (asker->may(route.deed, about)) return ok();
  return fail(ErrorCode::access_outside_scope, {{"unit", unit == nullptr ? std::string{} : *unit}});
}

Result<Site::Question> Site::question_of(const Request& request, std::string_view& route) const {
  TRY(check_host(request));
  TRY(const auto found, match(routes(), request));
  route = found.route->pattern;
  TRY(auto params, Params::read(found.route->params, found.path, request.target.query));
  TRY(check_asker(*found.route, params, request));
  Question question{found.route, std::move(params), parts_.live.now(), parts_.clock.today(),
                    &words_for(request)};
  question.format = format_of(found, question.params, request);
  question.described_by = address_of(found, request);
  question.key = fmt::format("{} {} {} {} {}", question.nation->sequence, format_date(question.today),
                             question.words->language() == app::Language::vi ? "vi" : "en",
                             question.format == Format::csv ? "csv" : "json", question.described_by);
  question.etag = fmt::format("\"{}-{:016x}\"", question.nation->sequence,
                              fingerprint(parts_.version + " " + question.key));
  question.request = request.id;
  question.last_event_id = std::string(request.field("last-event-id"));
  return question;
}

void Site::prepare() {
  (void)trees_.on(parts_.live.now()->history, parts_.clock.today());
}

Begun Site::begin(const Request& request) {
  try {
    return begun(request);
  } catch (const std::exception& defect) {
    return {problem(defect, words_for(request), request.id), {}};
  }
}

Begun Site::begun(const Request& request) {
  std::string_view route;
  auto asked = question_of(request, route);
  if (asked.has_error()) return {refusal_on(route, asked.error(), request), {}};
  const Question& question = asked.value();
  if (question.route->lasts == Lasts::moment) return {answer(question), {}};
  // Whoever has the tag has the answer: it was given with it. (A weak one, "W/...", says as much here.)
  if (request.field("if-none-match").find(question.etag) != std::string_view::npos)
    return {not_modified(question.etag, route), {}};
  if (const auto kept = kept_.find(question.key)) return {*kept, {}};
  // Work is copied about by those who queue it: the question stays where it is.
  const auto shared = std::make_shared<const Question>(std::move(asked).value());
  return {{}, [this, shared] { return answer(*shared); }};
}

Response Site::answer(const Question& question) {
  const auto named = [&](Response response) {
    response.route = question.route->pattern;
    return response;
  };
  try {
    const app::Present present{*question.nation, parts_.knowledge, parts_.live.atlas(), question.today};
    const Asked asked{question.params, present, *question.words,
                      question.format, around_, question.last_event_id};
    auto content = question.route->handler(asked);
    if (content.has_error()) return named(problem(content.error(), *question.words, question.request));
    Response response{200, fields_of(question.etag, question.route->lasts), std::move(content.value().text)};
    response.fields.push_back({"Content-Type", std::string(content.value().media)});
    response.fields.push_back({"Nucong-Sequence", std::to_string(question.nation->sequence)});
    if (question.format == Format::csv)
      response.fields.push_back(
          {"Link", "<" + question.described_by + ">; rel=\"describedby\"; type=\"application/json\""});
    response.events = std::move(content.value().events);
    for (auto& field : content.value().fields) response.fields.push_back(std::move(field));
    response.route = question.route->pattern;
    if (question.route->lasts == Lasts::sequence) kept_.keep(question.key, response);
    return response;
  } catch (const std::exception& defect) {
    return named(problem(defect, *question.words, question.request));
  }
}

Response Site::refusal_on(std::string_view route, const Error& error, const Request& request) const {
  Response response = problem(error, words_for(request), request.id);
  response.route = route;
  return response;
}

Response Site::refusal(const Error& error, const Request& request) {
  return refusal_on({}, error, request);
}

}  // namespace nucong::http
