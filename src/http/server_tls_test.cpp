// The server within TLS: the same answers, the same limits, and what it says of files that do not serve.
#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

#include <gmock/gmock.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include "http/server_test.hpp"

namespace nucong::http {
namespace {

using std::chrono::milliseconds;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

// A certificate for "localhost", signed by itself, and its key, as PEM files.
void make_certificate(const std::string& certificate_file, const std::string& key_file, long serial) {
  const std::unique_ptr<EVP_PKEY, decltype(&::EVP_PKEY_free)> key(EVP_EC_gen("P-256"), &::EVP_PKEY_free);
  const std::unique_ptr<X509, decltype(&::X509_free)> certificate(::X509_new(), &::X509_free);
  constexpr long hour = 3600;
  ::X509_set_version(certificate.get(), X509_VERSION_3);
  ::ASN1_INTEGER_set(::X509_get_serialNumber(certificate.get()), serial);
  ::X509_gmtime_adj(::X509_getm_notBefore(certificate.get()), -hour);
  ::X509_gmtime_adj(::X509_getm_notAfter(certificate.get()), hour);
  ::X509_set_pubkey(certificate.get(), key.get());
  X509_NAME* name = ::X509_get_subject_name(certificate.get());
  const std::string host = "localhost";
  ::X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>(host.data()),
                               -1, -1, 0);
  ::X509_set_issuer_name(certificate.get(), name);
  if (::X509_sign(certificate.get(), key.get(), ::EVP_sha256()) == 0)
    throw std::logic_error("no certificate");

  using File = std::unique_ptr<std::FILE, decltype(&std::fclose)>;
  const File certificate_out(std::fopen(certificate_file.c_str(), "w"), &std::fclose);
  const File key_out(std::fopen(key_file.c_str(), "w"), &std::fclose);
  ::PEM_write_X509(certificate_out.get(), certificate.get());
  ::PEM_write_PrivateKey(key_out.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
}

/// A client that speaks TLS and believes any certificate.
class SecretClient {
 public:
  explicit SecretClient(const Address& to, int version_most = TLS1_3_VERSION)
      : plain_(to), context_(::SSL_CTX_new(::TLS_client_method())), secret_(::SSL_new(context_)) {
    ::SSL_set_security_level(secret_, 0);  // so that it is the server who refuses what is old
    ::SSL_set_min_proto_version(secret_, TLS1_VERSION);
    ::SSL_set_max_proto_version(secret_, version_most);
    ::SSL_set_fd(secret_, plain_.descriptor());
    greeted = ::SSL_connect(secret_) == 1;
  }
  SecretClient(const SecretClient&) = delete;
  SecretClient& operator=(const SecretClient&) = delete;
  ~SecretClient() {
    ::SSL_free(secret_);
    ::SSL_CTX_free(context_);
  }

  void send(const std::string& bytes) const {
    (void)::SSL_write(secret_, bytes.data(), static_cast<int>(bytes.size()));
  }
  [[nodiscard]] std::string until(const std::string& end) const {
    std::string all;
    char one = 0;
    while (!all.ends_with(end) && ::SSL_read(secret_, &one, 1) == 1) all += one;
    return all;
  }
  /// Until the server closes, and whether it said so.
  [[nodiscard]] std::string rest() {
    std::string all;
    char one = 0;
    int got = 0;
    while ((got = ::SSL_read(secret_, &one, 1)) == 1) all += one;
    told_of_the_end = ::SSL_get_error(secret_, got) == SSL_ERROR_ZERO_RETURN;
    return all;
  }
  [[nodiscard]] std::string ask(const std::string& bytes) {
    send(bytes);
    return rest();
  }
  [[nodiscard]] long serial() const {
    const std::unique_ptr<X509, decltype(&::X509_free)> shown(::SSL_get1_peer_certificate(secret_),
                                                              &::X509_free);
    return ::ASN1_INTEGER_get(::X509_get0_serialNumber(shown.get()));
  }

  bool greeted = false;
  bool told_of_the_end = false;

 private:
  Client plain_;
  SSL_CTX* context_;
  SSL* secret_;
};

class TheSecretServer : public TheServer {
 protected:
  TheSecretServer() {
    std::filesystem::create_directories(folder);
    tls = {folder / "tls.pem", folder / "key.pem"};
    make_certificate(tls.certificate, tls.key, 1);
  }
  ~TheSecretServer() override {
    server.reset();
    std::filesystem::remove_all(folder);
  }
  [[nodiscard]] Error why_not(const TlsFiles& files) {
    return Server::start({"127.0.0.1", 0}, limits, echo, measures, log, files).error();
  }

  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("nucong-tls-" + std::to_string(::getpid()));
};

TEST_F(TheSecretServer, answers_as_it_does_without_secrets) {
  start();
  SecretClient client(server->address());
  ASSERT_TRUE(client.greeted);
  const auto answers = client.ask("GET /one HTTP/1.1\r\nHost: a\r\n\r\nGET /work" + std::string(last));
  EXPECT_THAT(answers, StartsWith("HTTP/1.1 200 OK\r\n"));
  EXPECT_THAT(answers, HasSubstr("\r\n\r\none\n"));
  EXPECT_THAT(answers, EndsWith("\r\n\r\nwork\n"));
  EXPECT_TRUE(client.told_of_the_end);
}

TEST_F(TheSecretServer, waits_for_the_next_request_and_gives_large_answers) {
  start();
  SecretClient client(server->address());
  client.send("GET /one HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_THAT(client.until("\none\n"), EndsWith("\none\n"));
  EXPECT_GT(client.ask("GET /large" + std::string(last)).size(), std::size_t{8} << 20);
}

TEST_F(TheSecretServer, takes_large_bodies) {
  start();
  const std::string body(150'000, 'x');
  SecretClient client(server->address());
  EXPECT_THAT(
      client.ask("POST /file HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 150000\r\n\r\n" +
                 body),
      EndsWith("\r\n150000\n"));
}

TEST_F(TheSecretServer, does_not_talk_to_who_is_too_old_or_speaks_plainly) {
  start();
  EXPECT_FALSE(SecretClient(server->address(), TLS1_1_VERSION).greeted);
  EXPECT_TRUE(SecretClient(server->address(), TLS1_2_VERSION).greeted);
  EXPECT_EQ(ask("GET /one" + std::string(last)).find("HTTP/"), std::string::npos);
}

TEST_F(TheSecretServer, does_not_wait_for_who_is_slow) {
  limits.head_time = milliseconds(100);
  start();
  const Client half(server->address());
  half.send("\x16\x03\x01\x02");  // the first bytes of a greeting
  EXPECT_EQ(half.rest(), "");
  EXPECT_EQ(Client(server->address()).rest(), "") << "who does not greet";
  SecretClient slow(server->address());
  EXPECT_THAT(slow.ask("GET / HT"), StartsWith("HTTP/1.1 408 "));
}

TEST_F(TheSecretServer, tells_events_and_drops_who_does_not_take_them) {
  limits.write_time = milliseconds(200);
  start();
  SecretClient client(server->address());
  client.send("GET /events HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_THAT(client.until("\r\n\r\nevents\n"), EndsWith("events\n"));
  EXPECT_TRUE(echo.reader->give("data: 1\n\n"));
  EXPECT_THAT(client.until("data: 1\n\n"), EndsWith("data: 1\n\n"));
  const std::string event = "data: " + std::string(16000, 'x') + "\n\n";
  while (echo.reader->give(event)) std::this_thread::yield();
  while (measures.connections_open > 0) std::this_thread::yield();
}

TEST_F(TheSecretServer, finishes_and_closes_when_it_is_stopped) {
  start();
  SecretClient idle(server->address());
  SecretClient client(server->address());
  client.send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
  while (echo.working == 0) std::this_thread::yield();
  auto stopping = std::async(std::launch::async, [&] { server->stop(); });
  EXPECT_EQ(idle.rest(), "");
  echo.gate.set_value();
  EXPECT_THAT(client.rest(), StartsWith("HTTP/1.1 200 "));
  stopping.get();
}

TEST_F(TheSecretServer, takes_up_a_renewed_certificate_when_told_and_no_broken_one) {
  start();
  EXPECT_EQ(SecretClient(server->address()).serial(), 1);
  make_certificate(tls.certificate, tls.key, 2);
  ::raise(SIGHUP);
  while (!log.noted("TLS renewed")) std::this_thread::yield();
  EXPECT_EQ(SecretClient(server->address()).serial(), 2);
  make_certificate(tls.certificate, folder / "other.pem", 3);
  ::raise(SIGHUP);
  while (!log.noted("TLS not renewed: server.key_foreign")) std::this_thread::yield();
  EXPECT_EQ(SecretClient(server->address()).serial(), 2);
}

TEST_F(TheSecretServer, says_which_file_does_not_serve_and_why) {
  const std::string missing = folder / "missing.pem";
  EXPECT_EQ(why_not({tls.certificate, {}}).code(), ErrorCode::server_tls_half);
  EXPECT_EQ(why_not({{}, tls.key}).code(), ErrorCode::server_tls_half);
  EXPECT_EQ(why_not({missing, tls.key}).code(), ErrorCode::server_tls_unusable);
  EXPECT_EQ(why_not({missing, tls.key}).place().file, missing);
  EXPECT_EQ(why_not({missing, tls.key}).params().front().value, "No such file or directory");
  EXPECT_EQ(why_not({tls.certificate, missing}).place().file, missing);
  std::ofstream(folder / "text.pem") << "somebody's words\n";
  EXPECT_EQ(why_not({tls.certificate, folder / "text.pem"}).code(), ErrorCode::server_tls_unusable);
  make_certificate(folder / "other.pem", folder / "other_key.pem", 9);
  const auto foreign = why_not({tls.certificate, folder / "other_key.pem"});
  EXPECT_EQ(foreign.code(), ErrorCode::server_key_foreign);
  EXPECT_EQ(foreign.place().file, folder / "other_key.pem");
}

}  // namespace
}  // namespace nucong::http
