// A provider's side, for tests: keys of its own, and tokens signed with them.
#pragma once

#include <array>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <string>

#include <cjose/cjose.h>

namespace nucong::oidc {

class SigningKey {
 public:
  explicit SigningKey(std::string id) : id_(std::move(id)) {
    if (!cjose_jwk_set_kid(key_.get(), id_.data(), id_.size(), nullptr)) throw std::logic_error("kid");
  }

  /// As one of a set of keys.
  [[nodiscard]] std::string shown() const {
    const Owned text(cjose_jwk_to_json(key_.get(), false, nullptr), &std::free);
    return text.get();
  }
  [[nodiscard]] std::string sign(const std::string& claims, const std::string& algorithm = "RS256") const {
    cjose_header_t* header = cjose_header_new(nullptr);
    const bool named = cjose_header_set(header, CJOSE_HDR_ALG, algorithm.c_str(), nullptr) &&
                       cjose_header_set(header, CJOSE_HDR_KID, id_.c_str(), nullptr);
    cjose_jws_t* token = cjose_jws_sign(
        key_.get(), header, reinterpret_cast<const std::uint8_t*>(claims.data()), claims.size(), nullptr);
    cjose_header_release(header);
    const char* text = nullptr;
    if (!named || token == nullptr || !cjose_jws_export(token, &text, nullptr))
      throw std::logic_error("sign");
    std::string compact = text;
    cjose_jws_release(token);
    return compact;
  }

 private:
  using Owned = std::unique_ptr<char, decltype(&std::free)>;
  struct Release {
    void operator()(cjose_jwk_t* key) const { cjose_jwk_release(key); }
  };
  static cjose_jwk_t* made() {
    const std::array<std::uint8_t, 3> exponent = {1, 0, 1};
    return cjose_jwk_create_RSA_random(2048, exponent.data(), exponent.size(), nullptr);
  }

  std::string id_;
  std::unique_ptr<cjose_jwk_t, Release> key_{made()};
};

}  // namespace nucong::oidc
