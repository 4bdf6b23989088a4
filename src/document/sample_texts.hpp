// Made-up Vietnamese for tests, and the old encodings written the other way round.
#pragma once

#include <string>
#include <string_view>

#include "app/document.hpp"

namespace nucong::document {

inline constexpr std::string_view sample_paragraph =
    "Công đoàn cơ sở Xưởng may Hoa Gạo (giả định) tổ chức hội nghị về công tác nữ công.\n"
    "Phấn đấu 90% nữ đoàn viên được khám sức khỏe, ít nhất 80% ủy ban kiểm tra có nữ.\n"
    "Mỗi quý một hoạt động chăm lo; báo cáo trước ngày 15/12/2026.\n";

/// The letters of Vietnamese that have a mark: 134, small and capital.
[[nodiscard]] std::u32string accented_letters();

/// The bytes that an old program would have saved. Capitals with a tone become small ones in TCVN3. Defect
/// for what the encoding cannot write.
[[nodiscard]] std::string encoded(app::Encoding encoding, std::string_view text);

/// Each byte as the character of its number: what pasting from an old Word file gives.
[[nodiscard]] std::string pasted(std::string_view bytes);

[[nodiscard]] std::string utf16(std::string_view text, app::Encoding order, bool with_mark);

}  // namespace nucong::document
