// All routes over one living nation: from a request to its answer.
#pragma once

#include <set>

#include "http/answerer.hpp"
#include "http/kept_answers.hpp"
#include "http/route.hpp"

namespace nucong::http {

/// What a site is made of. What is referred to must outlive it.
struct SiteParts {
  live::LiveNation& live;
  const app::Knowledge& knowledge;
  app::Clock& clock;
  const Askers& askers;
  app::Words::Table wording;
  std::string version;
  Measures& measures;
  Feed& feed;
  /// Names that the server goes by ("localhost"), in small letters, without port. A page of strangers that
  /// has its own name lead to this machine is refused. Empty: any.
  std::set<std::string, std::less<>> hosts;
  /// Why the nation may be older than what is stored; none if it is not. From any thread.
  std::function<std::optional<Error>()> trouble;
};

class Site final : public Answerer {
 public:
  explicit Site(SiteParts parts);

  /// An answer holds one state of the nation. With an `ETag` of it and the question, an asker who has that
  /// already is told so (304); the same question of the same state is worked out once.
  [[nodiscard]] Begun begin(const Request& request) override;
  [[nodiscard]] Response refusal(const Error& error, const Request& request) override;

  /// Makes what finds units in today's tree, if units have changed: a second's work of a whole nation, which
  /// nobody who asks shall wait for.
  void prepare();

 private:
  struct Question;
  [[nodiscard]] Result<Question> question_of(const Request& request, std::string_view& route) const;
  [[nodiscard]] Begun begun(const Request& request);
  [[nodiscard]] Result<> check_host(const Request& request) const;
  [[nodiscard]] Result<> check_asker(const Route& route, const Params& params, const Request& request) const;
  [[nodiscard]] Response answer(const Question& question);
  [[nodiscard]] Response refusal_on(std::string_view route, const Error& error, const Request& request) const;
  [[nodiscard]] const app::Words& words_for(const Request& request) const;

  SiteParts parts_;
  Trees trees_;
  KeptAnswers kept_;
  app::Words vi_;
  app::Words en_;
  Surroundings around_;
};

}  // namespace nucong::http
