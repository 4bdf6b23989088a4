#include "http/detail/tls.hpp"

#include <system_error>

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509err.h>

namespace nucong::http::detail {
namespace {

namespace ssl = boost::asio::ssl;
using boost::system::error_code;

unsigned long code_of(const error_code& failed) {
  return static_cast<unsigned>(failed.value());
}

// The library has no words for what the system refused: a file that is not there, or not to be read.
std::string reason_of(const error_code& failed) {
  const auto code = code_of(failed);
  return ERR_SYSTEM_ERROR(code) ? std::generic_category().message(ERR_GET_REASON(code)) : failed.message();
}

Error unusable(const std::string& file, const error_code& failed) {
  return fail(ErrorCode::server_tls_unusable, {{"detail", reason_of(failed)}}).at({file, 0, {}});
}

bool is_of_another_certificate(const error_code& failed) {
  const auto code = code_of(failed);
  return failed.category() == boost::asio::error::get_ssl_category() && ERR_GET_LIB(code) == ERR_LIB_X509 &&
         ERR_GET_REASON(code) == X509_R_KEY_VALUES_MISMATCH;
}

}  // namespace

Result<TlsContext> load_tls(const TlsFiles& files) {
  if (!files.given()) return TlsContext{};
  if (files.certificate.empty()) return fail(ErrorCode::server_tls_half, {{"missing", "tls.certificate"}});
  if (files.key.empty()) return fail(ErrorCode::server_tls_half, {{"missing", "tls.key"}});

  auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
  ::SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION);
  context->set_options(ssl::context::default_workarounds | ssl::context::no_compression |
                       SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
  // A connection that waits shall not hold the room of two records.
  ::SSL_CTX_set_mode(context->native_handle(), SSL_MODE_RELEASE_BUFFERS);
  error_code failed;
  // Otherwise a key with a pass phrase would have the library ask for it on the terminal.
  context->set_password_callback([](std::size_t, ssl::context::password_purpose) { return std::string{}; },
                                 failed);
  if (!failed) context->use_certificate_chain_file(files.certificate, failed);
  if (failed) return unusable(files.certificate, failed);
  context->use_private_key_file(files.key, ssl::context::pem, failed);
  if (is_of_another_certificate(failed))
    return fail(ErrorCode::server_key_foreign, {{"certificate", files.certificate}}).at({files.key, 0, {}});
  if (failed) return unusable(files.key, failed);
  return context;
}

}  // namespace nucong::http::detail
