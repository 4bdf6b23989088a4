// All routes over one living nation: from a request to its answer.
#pragma once

#include "http/answerer.hpp"
#include "http/asker.hpp"
#include "http/client_address.hpp"
#include "http/entry.hpp"
#include "http/kept_answers.hpp"
#include "http/pace.hpp"
#include "http/pages.hpp"
#include "http/under_way.hpp"

namespace nucong::http {

/// How fast one account, or one place, may ask. Nothing a second: as fast as it likes. This machine itself is
/// never held back.
struct Paces {
  double account_per_second = 20;
  double account_burst = 200;
  double place_per_second = 100;
  double place_burst = 1000;

  bool operator==(const Paces&) const = default;
};

/// What a site is made of. What is referred to must outlive it.
struct SiteParts {
  Surroundings around;
  Askers& askers;
  app::Words::Table wording;
  Hosts hosts;
  /// Proxies of ours, whose word on who asks is taken.
  Addresses proxies = {};
  Paces paces = {};
  Pages pages = {};
};

class Site final : public Answerer {
 public:
  explicit Site(SiteParts parts);

  [[nodiscard]] std::size_t body_bytes_max(const Request& head) override;
  /// An answer holds one state of the nation. With an `ETag` of it and the question, an asker who has that
  /// already is told so (304); the same question of the same state by somebody of the same offices is worked
  /// out once. Who has seen a later state, at another server over the same database, waits for it.
  [[nodiscard]] Begun begin(const Request& request) override;
  [[nodiscard]] Response refusal(const Error& error, const Request& request) override;

  /// Makes what finds units in today's tree, if units have changed: a second's work of a whole nation, which
  /// nobody who asks shall wait for.
  void prepare();

 private:
  struct Question;
  [[nodiscard]] Result<Question> question_of(const Request& request, std::string_view& route) const;
  [[nodiscard]] Result<> check_pace(const Request& request);
  [[nodiscard]] Begun begun(const Request& request);
  void catch_up(Question& question);
  [[nodiscard]] std::optional<Response> at_once(Question& question);
  [[nodiscard]] Response answer(Question& question);
  [[nodiscard]] Result<Response> answered(const Question& question);
  [[nodiscard]] Result<Content> handled(const Question& question, Asked& asked);
  [[nodiscard]] Result<Content> done_once(const Question& question, Asked& asked);
  [[nodiscard]] Result<std::optional<Content>> answered_before(const RequestKey& key);
  [[nodiscard]] Response refusal_on(std::string_view route, const Error& error, const Request& request) const;
  [[nodiscard]] const app::Words& words_for(const Request& request) const;

  SiteParts parts_;
  KeptAnswers kept_;
  Pace accounts_;
  Pace places_;
  UnderWay under_way_;
  app::Words vi_;
  app::Words en_;
};

}  // namespace nucong::http
