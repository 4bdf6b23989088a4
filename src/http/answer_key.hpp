// What an answer is kept under: everything that it depends on.
#pragma once

#include <string>

#include "app/words.hpp"
#include "http/route.hpp"

namespace nucong::http {

struct AnswerGround {
  app::Sequence sequence = 0;
  Date today{};
  app::Language language = app::Language::vi;
  Format format = Format::json;
  const app::Credentials* asker = nullptr;  ///< null where it is the same for everybody
  std::string_view question;                ///< as an address, in one spelling
  std::string_view version;                 ///< of the program
};

struct AnswerKey {
  std::string key;
  std::string etag;  ///< the same in short
};

/// Two askers of the same offices are told the same.
[[nodiscard]] AnswerKey key_of(const AnswerGround& ground);

}  // namespace nucong::http
