#include "document/pdf_fixture.hpp"

#include <cstddef>

#include "base/text.hpp"

namespace nucong::document {
namespace {

std::string page_content(std::string_view text) {
  std::string content = "BT /F1 12 Tf 72 720 Td 16 TL\n";
  for (const auto line : split(text, '\n')) content += "(" + std::string(line) + ") Tj T*\n";
  return content + "ET";
}

std::string padded(std::size_t number) {
  const std::string digits = std::to_string(number);
  return std::string(10 - digits.size(), '0') + digits;
}

std::string file_of(const std::vector<std::string>& objects, std::string_view trailer) {
  std::string file = "%PDF-1.4\n";
  std::vector<std::size_t> offsets;
  for (const auto& object : objects) {
    offsets.push_back(file.size());
    file += std::to_string(offsets.size()) + " 0 obj\n" + object + "\nendobj\n";
  }
  const std::size_t start = file.size();
  const std::string count = std::to_string(objects.size() + 1);
  file += "xref\n0 " + count + "\n0000000000 65535 f \n";
  for (const auto offset : offsets) file += padded(offset) + " 00000 n \n";
  return file + "trailer\n<< /Size " + count + " /Root 1 0 R " + std::string(trailer) + ">>\nstartxref\n" +
         std::to_string(start) + "\n%%EOF\n";
}

std::vector<std::string> objects_of(const std::vector<std::string>& pages) {
  std::string kids;
  std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R >>",
      {},
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"};
  for (const auto& page : pages) {
    const std::string content = page_content(page);
    objects.push_back("<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content +
                      "\nendstream");
    objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " +
                      std::to_string(objects.size()) + " 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
    kids += std::to_string(objects.size()) + " 0 R ";
  }
  objects[1] = "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages.size()) + " >>";
  return objects;
}

}  // namespace

std::string pdf_of(const std::vector<std::string>& pages) {
  return file_of(objects_of(pages), "");
}

std::string locked_pdf() {
  auto objects = objects_of({"secret"});
  const std::string key(64, 'A');
  objects.push_back("<< /Filter /Standard /V 1 /R 2 /P -44 /O <" + key + "> /U <" + key + "> >>");
  return file_of(objects, "/Encrypt " + std::to_string(objects.size()) + " 0 R /ID [<00112233> <00112233>] ");
}

}  // namespace nucong::document
