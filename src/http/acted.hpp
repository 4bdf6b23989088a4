// An answer to a request that does something: composed before the act is committed, and kept with it for when
// the request comes again.
#pragma once

#include <optional>

#include "app/report_work.hpp"
#include "http/content.hpp"
#include "http/request_key.hpp"

namespace nucong::http {

/// Runs `use_case`, a function of a BeforeCommit<Outcome> that returns a Result<Outcome>, and answers as
/// `compose` does with its outcome. The nation holds the act when this returns, if the database can be read:
/// what is committed is done, and an answer that says otherwise would have it done again.
template <class Outcome, class UseCase, class Compose>
[[nodiscard]] Result<Content> acted(const Asked& asked, UseCase&& use_case, Compose&& compose) {
  std::optional<Content> content;
  app::Sequence sequence = 0;
  const auto keep = [&](app::Writer& writer, const auto&... outcome) -> Result<> {
    content = compose(outcome...);
    sequence = writer.last_act();
    return asked.key == nullptr ? Result<>(ok()) : asked.key->keep(writer, content->text);
  };
  if constexpr (std::is_void_v<Outcome>) {
    TRY(use_case(app::BeforeCommit<void>(keep)));
    if (!content) content = compose();
  } else {
    TRY(const auto outcome, use_case(app::BeforeCommit<Outcome>(keep)));
    if (!content) content = compose(outcome);
  }
  (void)asked.around.live.follow_to(sequence);
  return *std::move(content);
}

/// The same for an answer that says no more than that it was done.
template <class UseCase>
[[nodiscard]] Result<Content> done(const Asked& asked, UseCase&& use_case) {
  return acted<void>(asked, use_case, [&] { return finished(begun(asked)); });
}

}  // namespace nucong::http
