// What all connections of one server share. Everything here belongs to the thread that runs `io`.
#pragma once

#include <map>
#include <set>

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>

#include "http/detail/tls.hpp"
#include "http/server.hpp"

namespace nucong::http::detail {

class Connection;

struct Shared {
  Shared(const Limits& its_limits, Answerer& its_answerer, Measures& its_measures, Log& its_log)
      : limits(its_limits),
        answerer(its_answerer),
        measures(its_measures),
        log(its_log),
        answer_threads(its_limits.threads),
        act_threads(its_limits.act_threads),
        farewell(io) {}

  [[nodiscard]] boost::asio::thread_pool& threads(ThreadPool pool) {
    if (pool == ThreadPool::acts) return act_threads;
    return pool == ThreadPool::hashes ? hash_threads : answer_threads;
  }

  /// "66f1-1a": when the server began, in seconds, and the how manieth request it is.
  [[nodiscard]] std::string next_request();

  const Limits limits;
  Answerer& answerer;
  Measures& measures;
  Log& log;
  TlsContext tls;  ///< null: plain HTTP
  boost::asio::thread_pool answer_threads;
  boost::asio::thread_pool act_threads;
  boost::asio::thread_pool hash_threads{1};
  boost::asio::io_context io{1};
  boost::asio::steady_timer farewell;
  std::set<std::shared_ptr<Connection>> open;
  std::map<std::string, std::size_t> open_by_address;
  bool stopping = false;
  std::uint64_t requests = 0;
  std::string began;
};

}  // namespace nucong::http::detail
