// A provider's side, for tests: keys of its own, and tokens signed with them.
#pragma once

#include <memory>
#include <string>

namespace nucong::oidc {

class SigningKey {
 public:
  explicit SigningKey(const std::string& id);

  /// As one of a set of keys.
  [[nodiscard]] std::string shown() const;
  [[nodiscard]] std::string sign(const std::string& claims, const std::string& algorithm = "RS256") const;

 private:
  struct Key;
  std::string id_;
  std::shared_ptr<Key> key_;
};

}  // namespace nucong::oidc
