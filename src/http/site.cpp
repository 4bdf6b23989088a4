#include "http/site.hpp"

#include <array>
#include <charconv>

#include "http/answer_key.hpp"
#include "http/preference.hpp"
#include "http/problem.hpp"
#include "http/request_key.hpp"
#include "http/routes.hpp"
#include "rollup/question.hpp"

namespace nucong::http {

/// A request that was understood, with the nation that it is put to.
struct Site::Question {
  Request request;
  const Route* route;
  Params params;
  std::shared_ptr<const app::Nation> nation;
  Date today;
  const app::Words* words;
  Format format;
  std::string described_by;  ///< the same question in JSON, where its figures are explained
  app::Sequence least = 0;   ///< what the asker has seen elsewhere

  [[nodiscard]] bool is_behind() const { return nation->sequence < least; }
  [[nodiscard]] AnswerKey key(const Holder& asker, const std::string& version) const {
    return key_of({nation->sequence, today, words->language(), format, asker.get(), described_by, version});
  }
  [[nodiscard]] bool has(const std::string& etag) const {
    return request.field("if-none-match").find(etag) != std::string_view::npos;
  }
};

namespace {

constexpr std::string_view json_media = "application/json; charset=utf-8";

Format format_of(const Match& match, const Params& params, const Request& request) {
  if (!match.route->rows) return Format::json;
  if (match.suffix) return *match.suffix;
  if (const auto* named = params.find<std::string>("format"))
    return *named == "csv" ? Format::csv : Format::json;
  constexpr std::array<std::string_view, 2> media = {"application/json", "text/csv"};
  return preferred(request.field("accept"), media) == 1 ? Format::csv : Format::json;
}

// How far the nation has to be: the asker has seen an act of that number. What is no number asks for nothing.
app::Sequence least_of(const Request& request) {
  const auto seen = request.field("nucong-sequence");
  app::Sequence least = 0;
  const auto [end, failed] = std::from_chars(seen.data(), seen.data() + seen.size(), least);
  return failed == std::errc{} && end == seen.data() + seen.size() ? least : 0;
}

ThreadPool pool_of(const Route& route) {
  if (route.hashes) return ThreadPool::hashes;
  return route.changes() ? ThreadPool::acts : ThreadPool::answers;
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
      accounts_(parts_.paces.account_per_second, parts_.paces.account_burst),
      places_(parts_.paces.place_per_second, parts_.paces.place_burst),
      vi_(parts_.wording, app::Language::vi),
      en_(parts_.wording, app::Language::en) {}

const app::Words& Site::words_for(const Request& request) const {
  return preferred_language(request.field("accept-language")) == app::Language::en ? en_ : vi_;
}

void Site::prepare() {
  (void)parts_.around.trees.on(parts_.around.live.now()->history, parts_.around.ports.clock.today());
}

std::size_t Site::body_bytes_max(const Request& head) {
  const auto found = match(routes(), head);
  return found ? found.value().route->body_bytes_max : 0;
}

Result<Site::Question> Site::question_of(const Request& request, std::string_view& route) const {
  TRY(check_host(request, parts_.hosts));
  TRY(const auto found, match(routes(), request));
  route = found.route->pattern;
  TRY(check_origin(*found.route, request));
  Given body;
  if (found.route->body == Body::json) {
    TRY(body, read_given(request.body));
  }
  TRY(auto params, Params::read(found.route->params, found.path, request.target.query, body));
  const auto format = format_of(found, params, request);
  return Question{request,
                  found.route,
                  std::move(params),
                  parts_.around.live.now(),
                  parts_.around.ports.clock.today(),
                  &words_for(request),
                  format,
                  address_of(found, request),
                  least_of(request)};
}

Result<> Site::check_pace(const Request& request) {
  if (is_loopback(request.address)) return ok();
  const auto now = std::chrono::steady_clock::now();
  auto wait = places_.take(place_of(request.address), now);
  if (wait.count() == 0)
    if (const auto holder = parts_.askers.known(request); holder && holder->asker.account)
      wait = accounts_.take(std::to_string(holder->asker.account->value), now);
  if (wait.count() == 0) return ok();
  return fail(ErrorCode::request_too_fast, {{"seconds", std::to_string(wait.count())}});
}

Begun Site::begin(const Request& request) {
  try {
    Request asked = request;
    asked.address = client_address(request.address, request.field("x-forwarded-for"), parts_.proxies);
    return begun(asked);
  } catch (const std::exception& defect) {
    return {problem(defect, words_for(request), request.id), {}};
  }
}

Begun Site::begun(const Request& request) {
  if (const auto paced = check_pace(request); paced.has_error())
    return {refusal_on({}, paced.error(), request), {}};
  std::string_view route;
  auto asked = question_of(request, route);
  if (asked.has_error() && asked.error().code() == ErrorCode::route_unknown)
    if (auto page = parts_.pages.answer(request)) return {std::move(page), {}};
  if (asked.has_error()) return {refusal_on(route, asked.error(), request), {}};
  if (auto response = at_once(asked.value())) return {std::move(response), {}};
  // Work is copied about by those who queue it: the question stays where it is.
  const auto shared = std::make_shared<Question>(std::move(asked).value());
  return {{}, [this, shared] { return answer(*shared); }, pool_of(*shared->route)};
}

// What another server over the same database did and the asker has seen. A database that is not so far, or
// not there, is answered from what is known: the answer says how far that is.
void Site::catch_up(Question& question) {
  if (!question.is_behind()) return;
  (void)parts_.around.live.follow_to(question.least);
  question.nation = parts_.around.live.now();
}

// Answers that take no work. An answer is kept only if it was given, so whoever has the same offices may have
// it again.
std::optional<Response> Site::at_once(Question& question) {
  if (question.is_behind()) return std::nullopt;
  const Route& route = *question.route;
  const bool of_anybody = route.access.door == Access::Door::open || route.access.door == Access::Door::here;
  if (route.lasts == Lasts::moment)
    return of_anybody && route.method == Method::get ? std::optional(answer(question)) : std::nullopt;
  const Holder holder = of_anybody ? nullptr : parts_.askers.known(question.request);
  if (!of_anybody && !holder) return std::nullopt;
  const auto key = question.key(holder, parts_.around.version);
  if (question.has(key.etag)) return not_modified(key.etag, route.pattern);
  if (const auto kept = kept_.find(key.key)) return *kept;
  return std::nullopt;
}

Response Site::answer(Question& question) {
  try {
    catch_up(question);
    auto response = answered(question);
    if (response.has_error()) return refusal_on(question.route->pattern, response.error(), question.request);
    return std::move(response).value();
  } catch (const std::exception& defect) {
    Response response = problem(defect, *question.words, question.request.id);
    response.route = question.route->pattern;
    return response;
  }
}

Result<Response> Site::answered(const Question& question) {
  const Route& route = *question.route;
  const app::Present present{*question.nation, parts_.around.ports.knowledge, parts_.around.live.atlas(),
                             question.today};
  Holder holder;
  if (route.access.door == Access::Door::signed_in || route.access.door == Access::Door::by_deed) {
    TRY(holder, parts_.askers.who(question.request));
  }
  TRY(check_access(route, question.params, question.request, holder.get(), present));
  const auto key = question.key(holder, parts_.around.version);
  if (route.lasts == Lasts::sequence && question.has(key.etag)) return not_modified(key.etag, route.pattern);

  std::shared_ptr<const rollup::Ground> ground;
  app::Asker asker = holder ? holder->asker : app::Asker{.means = app::Means::token, .may_write = false};
  if (holder && !present.nation.history.epochs().empty()) {
    ground = rollup::ground_on(present.atlas, present.nation.history, present.today);
    asker = holder->on(present.today, ground->lineage());
  }
  Asked asked{question.params, present, *question.words, question.format,
              parts_.around,   asker,   question.request};
  TRY(auto content, handled(question, asked));
  Response response{200, fields_of(key.etag, route.lasts), std::move(content.text)};
  response.fields.push_back({"Content-Type", std::string(content.media)});
  // Whoever did something has seen it.
  const auto seen = route.changes() ? parts_.around.live.now() : question.nation;
  response.fields.push_back({"Nucong-Sequence", std::to_string(seen->sequence)});
  if (question.format == Format::csv)
    response.fields.push_back(
        {"Link", "<" + question.described_by + ">; rel=\"describedby\"; type=\"application/json\""});
  response.events = std::move(content.events);
  for (auto& field : content.fields) response.fields.push_back(std::move(field));
  response.route = route.pattern;
  if (route.lasts == Lasts::sequence) kept_.keep(key.key, response);
  return response;
}

Result<Content> Site::handled(const Question& question, Asked& asked) {
  const bool acts = question.route->method != Method::get;
  const bool may_come_twice = question.route->method == Method::post && !question.route->shown_once &&
                              !question.request.field("idempotency-key").empty() && asked.asker.account;
  auto content = may_come_twice ? done_once(question, asked) : question.route->handler(asked);
  // Whoever signed out, was closed or handed over is that at once.
  if (acts) parts_.around.known.forget_all();
  return content;
}

// A telephone without signal sends again what was done already. Another server may be doing it at this
// moment, or a commit that seemed to fail may have been kept: so an error is told only if no answer is there.
Result<Content> Site::done_once(const Question& question, Asked& asked) {
  const std::string key(question.request.field("idempotency-key"));
  const auto turn = under_way_.begin(std::to_string(asked.asker.account->value) + " " + key);
  if (!turn) return fail(ErrorCode::request_under_way);
  RequestKey repeated(parts_.around.account_ports(), asked.asker, key,
                      question.request.method + " " + question.described_by + "\n" + question.request.body);
  TRY(auto before, answered_before(repeated));
  if (before) return *std::move(before);
  asked.key = &repeated;
  auto content = question.route->handler(asked);
  const Result<> kept =
      content.has_error() ? Result<>(content.error()) : repeated.keep_alone(content.value().text);
  if (kept.has_value()) return content;
  auto meanwhile = answered_before(repeated);
  if (meanwhile.has_error() || !meanwhile.value()) return kept.error();
  return *std::move(meanwhile).value();
}

// Whoever comes again may have asked another server the first time: what was done is to be seen here too.
Result<std::optional<Content>> Site::answered_before(const RequestKey& key) {
  TRY(auto text, key.answered());
  if (!text) return std::nullopt;
  (void)parts_.around.live.follow();
  return Content{json_media, *std::move(text)};
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
