// Another program that turns a file into text: the seam through which tests stand in for it.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace nucong::document {

enum class Ending : std::uint8_t {
  exited,    ///< by itself, with `status`
  crashed,   ///< by a signal of its own making
  too_long,  ///< stopped for its time, on the clock or on the processor
  too_large  ///< stopped for its output
};

struct Converted {
  Ending ending = Ending::exited;
  int status = 0;
  std::string output;
  std::string complaints;  ///< what it wrote to its error channel, at most 64 KiB
};

struct ConverterLimits {
  std::chrono::seconds wall_time{120};
  std::chrono::seconds processor_time{60};
  std::size_t memory_bytes = std::size_t{2} << 30;
  std::size_t output_bytes = std::size_t{64} << 20;
};

class Converter {
 public:
  virtual ~Converter() = default;
  /// Errors: `pdf.tool_missing` with param `package`; `file.unreadable` where the system starts no process.
  [[nodiscard]] virtual Result<Converted> convert(std::string_view bytes) = 0;
};

/// `pdftotext` of poppler-utils as a process of its own: it parses bytes of strangers, so it gets no shell,
/// no environment, no file to write, and the limits. It is found in the system's folders of programs.
class PdfToText final : public Converter {
 public:
  explicit PdfToText(ConverterLimits limits = {}) : limits_(limits) {}
  [[nodiscard]] Result<Converted> convert(std::string_view bytes) override;

 private:
  ConverterLimits limits_;
};

}  // namespace nucong::document
