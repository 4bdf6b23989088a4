// What a server proves itself with.
#pragma once

#include <memory>

#include <boost/asio/ssl/context.hpp>

#include "base/result.hpp"
#include "http/server.hpp"

namespace nucong::http::detail {

/// Connections that were begun with one keep it when it is replaced.
using TlsContext = std::shared_ptr<boost::asio::ssl::context>;

/// Reads both files. TLS 1.2 and later. Null if none is given. Errors: `server.tls_half` (param `missing`),
/// `server.tls_unusable` (param `detail`) with its file, `server.key_foreign` (param `certificate`).
[[nodiscard]] Result<TlsContext> load_tls(const TlsFiles& files);

}  // namespace nucong::http::detail
