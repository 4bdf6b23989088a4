#include "document/detail/pdf.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "document/detail/process.hpp"
#include "document/pdf_fixture.hpp"
#include "document/sample_texts.hpp"

namespace nucong::document::detail {
namespace {

Result<app::Document> read(std::string_view bytes) {
  PdfToText converter;
  return read_pdf(bytes, converter);
}

Error refusal(Converted converted) {
  return document_of(std::move(converted)).error();
}

TEST(Pdf, reads_the_text_layer) {
  const auto document =
      read(pdf_of({"At least 90% of women members\nhave a health check each year."})).value();
  EXPECT_EQ(document.kind, app::DocumentKind::pdf);
  EXPECT_THAT(document.text,
              testing::HasSubstr("At least 90% of women members\nhave a health check each year."));
  EXPECT_TRUE(document.notes.empty());
}

TEST(Pdf, tells_pages_without_text) {
  const auto document = read(pdf_of({"A page with some words", "", "3"})).value();
  EXPECT_THAT(document.notes, testing::ElementsAre(
                                  app::DocumentNote{"pages_without_text", {{"count", "2"}, {"pages", "3"}}}));
}

TEST(Pdf, refuses_pictures_of_pages) {
  const auto error = read(pdf_of({"", ""})).error();
  EXPECT_EQ(error.code(), ErrorCode::pdf_no_text);
  EXPECT_EQ(error.params().front().value, "2");
}

TEST(Pdf, refuses_a_locked_file) {
  EXPECT_EQ(read(locked_pdf()).error().code(), ErrorCode::pdf_encrypted);
}

TEST(Pdf, refuses_what_is_cut_off_or_damaged) {
  const auto whole = pdf_of({"A page with some words"});
  for (const std::size_t size : {9U, 100U, 400U})
    EXPECT_EQ(read(whole.substr(0, size)).error().code(), ErrorCode::pdf_damaged) << size;
  EXPECT_EQ(read("%PDF-1.4\nnothing\n%%EOF\n").error().code(), ErrorCode::pdf_damaged);
}

TEST(Pdf, says_that_a_damaged_file_was_repaired) {
  auto bent = pdf_of({"A page with some words"});
  bent.replace(bent.find("T*"), 2, "(a");  // a string that does not end
  const auto document = read(bent).value();
  EXPECT_THAT(document.notes, testing::ElementsAre(app::DocumentNote{"pdf_repaired", {}}));
}

TEST(Pdf, tells_how_the_converter_ended) {
  EXPECT_EQ(refusal({Ending::crashed, -1, "text enough\f", ""}).code(), ErrorCode::pdf_damaged);
  EXPECT_EQ(refusal({Ending::too_long, -1, "text enough\f", ""}).code(), ErrorCode::pdf_too_large);
  EXPECT_EQ(refusal({Ending::too_large, -1, "text enough\f", ""}).code(), ErrorCode::pdf_too_large);
  EXPECT_EQ(refusal({Ending::exited, 3, "", "Copying of text from this document is not allowed."}).code(),
            ErrorCode::pdf_encrypted);
  EXPECT_EQ(refusal({Ending::exited, 99, "text enough\f", "Out of memory\nmore"}).params().front().value,
            "Out of memory");
  EXPECT_EQ(refusal({Ending::exited, 0, "", ""}).code(), ErrorCode::pdf_no_text);
}

TEST(Pdf, turns_letters_of_old_fonts_into_unicode) {
  const auto old = pasted(encoded(app::Encoding::tcvn3, sample_paragraph));
  EXPECT_EQ(document_of({Ending::exited, 0, old + "\f", ""}).value().encoding, app::Encoding::tcvn3);
}

TEST(Pdf, leaves_out_bytes_that_are_no_characters) {
  const auto document = document_of({Ending::exited, 0, "words enough \xFF\xC3\f", ""}).value();
  EXPECT_EQ(document.text, "words enough\n");
  EXPECT_EQ(document.notes, (std::vector<app::DocumentNote>{{"characters_dropped", {{"count", "2"}}}}));
}

TEST(Process, gives_bytes_in_and_takes_bytes_out) {
  const std::string bytes(300'000, 'x');
  const auto ran = run_process("/bin/cat", {}, bytes, {}).value();
  EXPECT_EQ(ran.ending, Ending::exited);
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.output, bytes);
}

TEST(Process, keeps_complaints_apart_and_tells_the_status) {
  const auto ran = run_process("/bin/cat", {"--no-such-option"}, "", {}).value();
  EXPECT_EQ(ran.status, 1);
  EXPECT_TRUE(ran.output.empty());
  EXPECT_FALSE(ran.complaints.empty());
  EXPECT_EQ(run_process("/no/such/program", {}, "", {}).value().status, 127);
}

TEST(Process, stops_at_its_limits) {
  EXPECT_EQ(run_process("/usr/bin/yes", {}, "", {.output_bytes = 1'000}).value().ending, Ending::too_large);
  EXPECT_EQ(run_process("/bin/sleep", {"60"}, "", {.wall_time = std::chrono::seconds(0)}).value().ending,
            Ending::too_long);
}

TEST(Process, may_write_no_file_and_sees_no_environment) {
  const auto ran = run_process("/usr/bin/env", {}, "", {}).value();
  EXPECT_EQ(ran.output, "LC_ALL=C.UTF-8\n");
  const auto copy =
      run_process("/bin/dd", {"of=/dev/shm/nucong-no-such-file", "conv=excl"}, "bytes", {}).value();
  EXPECT_TRUE(copy.ending == Ending::crashed || copy.status != 0);
}

}  // namespace
}  // namespace nucong::document::detail
