// Prints what the server answers at /api/openapi.json, without a server.
// usage: print_document vi|en
#include <iostream>
#include <string_view>

#include "catalogue/words.hpp"
#include "http/openapi.hpp"
#include "http/routes.hpp"

int main(int argc, char** argv) {
  using nucong::app::Language;
  using nucong::app::Words;
  const bool english = argc == 2 && std::string_view(argv[1]) == "en";
  const Words words(nucong::catalogue::load_wording().value(), english ? Language::en : Language::vi);
  std::cout << nucong::http::openapi_document(nucong::http::routes(), words, "0.0.0");
  return std::cout.good() ? 0 : 1;
}
