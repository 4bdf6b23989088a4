// What stands in front of a level: "Tỷ lệ S được M đạt 80%", "Giá trị S tham gia xuất khẩu đạt …", "tăng
// chiều cao trung bình của S thêm …".
#pragma once

#include "directive/aim/quantity.hpp"
#include "directive/text/sentence.hpp"

namespace nucong::directive {

struct SubjectAndMeasure {
  Range subject;
  Range measure;
};

/// Of a quantity whose words stand before it. `quote` is its own stretch of the segment, `phrase` the words
/// in front of the number without words of aim, level and time.
[[nodiscard]] SubjectAndMeasure read_measured(const Tokens& tokens, Range quote, Range phrase,
                                              const Measured& quantity);

}  // namespace nucong::directive
