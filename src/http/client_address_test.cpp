#include "http/client_address.hpp"

#include <gtest/gtest.h>

namespace nucong::http {
namespace {

TEST(ClientAddress, is_the_peers_unless_it_is_a_proxy_of_ours) {
  EXPECT_EQ(client_address("10.1.1.1", "6.6.6.6", {"127.0.0.1"}), "10.1.1.1");
  EXPECT_EQ(client_address("127.0.0.1", "6.6.6.6", {"127.0.0.1"}), "6.6.6.6");
  EXPECT_EQ(client_address("127.0.0.1", "", {"127.0.0.1"}), "127.0.0.1");
}

TEST(ClientAddress, is_what_the_last_trusted_proxy_saw) {
  const Addresses trusted = {"127.0.0.1", "10.0.0.1"};
  EXPECT_EQ(client_address("127.0.0.1", "1.1.1.1, 6.6.6.6, 10.0.0.1", trusted), "6.6.6.6")
      << "what stands left of it anybody may have written";
  EXPECT_EQ(client_address("127.0.0.1", "10.0.0.1", trusted), "10.0.0.1");
  EXPECT_EQ(client_address("127.0.0.1", ", ,", trusted), "127.0.0.1");
}

TEST(APlace, is_an_address_or_a_network_of_a_household) {
  EXPECT_EQ(place_of("10.1.2.3"), "10.1.2.3");
  EXPECT_EQ(place_of("::ffff:10.1.2.3"), "10.1.2.3");
  EXPECT_EQ(place_of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
  EXPECT_EQ(place_of("2001:db8:1:2:ffff::"), place_of("2001:db8:1:2::1"));
}

}  // namespace
}  // namespace nucong::http
