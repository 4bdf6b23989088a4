// What the server asks for answers. It knows nothing of sockets, and the server nothing of routes.
#pragma once

#include <functional>
#include <optional>

#include "base/error.hpp"
#include "http/response.hpp"

namespace nucong::http {

/// The threads that work on an answer.
enum class ThreadPool : std::uint8_t {
  answers,  ///< it is computed
  acts,     ///< something is done: it waits for the database, together with others
  hashes    ///< it is made slow on purpose: few at a time
};

/// An answer, or the work that gives it.
struct Begun {
  std::optional<Response> response;
  std::function<Response()> work;  ///< to be called once, on any thread; set where there is no response yet
  ThreadPool pool = ThreadPool::answers;
};

/// From any thread. Nothing here throws for what a stranger sent.
class Answerer {
 public:
  Answerer() = default;
  Answerer(const Answerer&) = delete;
  Answerer& operator=(const Answerer&) = delete;
  virtual ~Answerer() = default;

  /// How much of a body to read, of a request whose head has come.
  [[nodiscard]] virtual std::size_t body_bytes_max(const Request& head) = 0;
  /// In microseconds: what takes longer is left as work.
  [[nodiscard]] virtual Begun begin(const Request& request) = 0;
  /// Why there is no answer. Of the request at least `id` and the fields that could be read are there.
  [[nodiscard]] virtual Response refusal(const Error& error, const Request& request) = 0;
};

}  // namespace nucong::http
