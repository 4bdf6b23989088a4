// Answers that are still true, kept for whoever asks the same.
#pragma once

#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "http/response.hpp"

namespace nucong::http {

/// By a key that names everything the answer depends on, so nothing kept is ever wrong; the least used go
/// first when there are too many bytes. From any thread.
class KeptAnswers {
 public:
  explicit KeptAnswers(std::size_t bytes_max = std::size_t{64} << 20) : bytes_max_(bytes_max) {}

  /// Null if it was never kept or had to go.
  [[nodiscard]] std::shared_ptr<const Response> find(std::string_view key);
  /// An answer of more than a quarter of the room is not kept.
  void keep(const std::string& key, const Response& response);

 private:
  struct Kept {
    std::string key;
    std::shared_ptr<const Response> response;
    std::size_t bytes = 0;
  };

  const std::size_t bytes_max_;
  std::mutex mutex_;
  std::size_t bytes_ = 0;
  std::list<Kept> kept_;                                                    // the latest used first
  std::unordered_map<std::string_view, std::list<Kept>::iterator> by_key_;  // of the keys in kept_
};

}  // namespace nucong::http
