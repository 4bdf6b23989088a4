#include "oidc/signing_test.hpp"

#include <array>
#include <cstdlib>
#include <stdexcept>

#include <cjose/cjose.h>

namespace nucong::oidc {

struct SigningKey::Key {
  Key() = default;
  Key(const Key&) = delete;
  Key& operator=(const Key&) = delete;
  ~Key() { cjose_jwk_release(jwk); }

  static cjose_jwk_t* made() {
    const std::array<std::uint8_t, 3> exponent = {1, 0, 1};
    return cjose_jwk_create_RSA_random(2048, exponent.data(), exponent.size(), nullptr);
  }
  cjose_jwk_t* jwk = made();
};

SigningKey::SigningKey(const std::string& id) : id_(id), key_(std::make_shared<Key>()) {
  if (!cjose_jwk_set_kid(key_->jwk, id.data(), id.size(), nullptr)) throw std::logic_error("kid");
}

std::string SigningKey::shown() const {
  const std::unique_ptr<char, decltype(&std::free)> text(cjose_jwk_to_json(key_->jwk, false, nullptr),
                                                         &std::free);
  return text.get();
}

std::string SigningKey::sign(const std::string& claims, const std::string& algorithm) const {
  cjose_header_t* header = cjose_header_new(nullptr);
  const bool named = cjose_header_set(header, CJOSE_HDR_ALG, algorithm.c_str(), nullptr) &&
                     cjose_header_set(header, CJOSE_HDR_KID, id_.c_str(), nullptr);
  cjose_jws_t* token = cjose_jws_sign(key_->jwk, header, reinterpret_cast<const std::uint8_t*>(claims.data()),
                                      claims.size(), nullptr);
  cjose_header_release(header);
  const char* text = nullptr;
  if (!named || token == nullptr || !cjose_jws_export(token, &text, nullptr)) throw std::logic_error("sign");
  std::string compact = text;
  cjose_jws_release(token);
  return compact;
}

}  // namespace nucong::oidc
