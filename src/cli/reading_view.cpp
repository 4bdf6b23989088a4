#include "cli/reading_view.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "cli/document_notes.hpp"
#include "cli/wording.hpp"
#include "target/binding.hpp"

namespace nucong::cli {
namespace {

using directive::PassedOver;
using directive::ProposedTarget;
using directive::Span;

constexpr std::size_t width_without_terminal = 100;

std::string one_line(std::string_view text) {
  std::string out;
  bool blank = false;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!is_blank) {
      if (blank) out += ' ';
      out += c;
    }
    blank = is_blank;
  }
  if (blank) out += ' ';
  return printable(out);
}

// The last `columns` of a text in whole words, after "…" if something was left out.
std::string tail_of(const std::string& text, std::size_t columns) {
  if (display_width(text) <= columns) return text;
  if (columns == 0) return {};
  std::size_t from = 0;
  while (from < text.size() && display_width(text.substr(from)) + 2 > columns) {
    const auto blank = text.find(' ', from);
    if (blank == std::string::npos) return "… ";
    from = blank + 1;
  }
  return "… " + text.substr(from);
}

std::string slice(std::string_view text, Span span) {
  return std::string(text.substr(span.begin, span.end - span.begin));
}

class Cards {
 public:
  Cards(Session& session, const ReadDocument& read, bool explain)
      : session_(session),
        read_(read),
        explain_(explain),
        binder_(session.world().knowledge.catalogue),
        width_(session.world().out_width == 0 ? width_without_terminal : session.world().out_width) {}

  [[nodiscard]] Result<> targets() {
    std::size_t number = 0;
    for (const ProposedTarget& target : read_.reading.targets) {
      TRY(card(target, ++number));
    }
    return ok();
  }

  [[nodiscard]] Result<> passed_over() {
    const auto& passed = read_.reading.passed_over;
    if (passed.empty()) return ok();
    TRY(session_.say("directive.passed_over", {{"count", std::to_string(passed.size())}}));
    for (const PassedOver& each : passed) {
      TRY(line("? ", marked(read_.document.text, each.clause, each.number, width_ - indent)));
      TRY(line("  ", words("question." + std::string(name_of(each.question)))));
      TRY(reasons(each.reasons));
    }
    return ok();
  }

 private:
  static constexpr std::size_t indent = 5;

  [[nodiscard]] std::string words(const std::string& key) const { return session_.words().text(key); }

  [[nodiscard]] Result<> line(std::string_view lead, const std::string& text) {
    if (text.empty()) return ok();
    return session_.print("   " + std::string(lead) + text + "\n");
  }

  [[nodiscard]] Result<> field(const std::string& key, const std::string& text) {
    if (text.empty()) return ok();
    const std::string lead = words(key) + ": ";
    return line("  ", lead + cut_to_width(one_line(text),
                                          width_ - indent - std::min(width_ - indent, display_width(lead))));
  }

  [[nodiscard]] Result<> card(const ProposedTarget& target, std::size_t number) {
    TRY(session_.print(fmt_number(number) + " " + heading(target) + "\n"));
    TRY(line("  ", marked(read_.document.text, target.span, target.number, width_ - indent)));
    TRY(field("field.subject", target.subject));
    TRY(field("field.measure", target.measure));
    TRY(field("field.indicator", indicators(target)));
    if (target.question) {
      TRY(field("field.question", question(target)));
    }
    if (explain_) {
      TRY(field("field.year", words("year." + std::string(name_of(target.deadline_from)))));
    }
    return reasons(target.reasons);
  }

  [[nodiscard]] static std::string fmt_number(std::size_t number) {
    const std::string text = std::to_string(number);
    return std::string(text.size() < 3 ? 3 - text.size() : 0, ' ') + text;
  }

  [[nodiscard]] std::string heading(const ProposedTarget& target) const {
    std::string text = told_aim(target.comparator, target.value, target.value_max, target.unit, target.noun,
                                session_.number_style());
    const auto add = [&](const std::string& more) {
      if (!more.empty()) text += " · " + more;
    };
    if (target.baseline_change) add(words("field.change"));
    if (target.per_unit) add(words("each"));
    if (target.due)
      add(format_date_vi(*target.due));
    else if (target.deadline)
      add(std::to_string(*target.deadline));
    add(session_.words().text("field.sureness", {{"percent", std::to_string(target.sureness)}}));
    return printable(text);
  }

  [[nodiscard]] std::string question(const ProposedTarget& target) const {
    const std::string year = target.deadline ? std::to_string(*target.deadline) : std::string{};
    return session_.words().text("question." + std::string(name_of(*target.question)), {{"year", year}});
  }

  // "I.GVN 82 % Tỷ lệ nữ …; gần giống: I.NDV 55 %, I.NU 41 %"
  [[nodiscard]] std::string indicators(const ProposedTarget& target) const {
    const auto candidates = binder_.candidates(target);
    if (candidates.empty()) return words("field.no_indicator");
    const auto told = [](const target::Candidate& candidate) {
      return candidate.indicator->code + " " + std::to_string(static_cast<int>(candidate.likeness * 100)) +
             " %";
    };
    const auto& first = candidates.front();
    std::string runners_up;
    for (std::size_t i = 1; i < candidates.size(); ++i)
      runners_up += (runners_up.empty() ? "" : ", ") + told(candidates[i]);
    const bool sure = first.likeness >= target::Binder::sure;
    return session_.words().text(
        sure ? "field.bound" : "field.not_bound",
        {{"indicator", told(first)},
         {"others", runners_up},
         {"title", session_.words().pick(first.indicator->title_vi, first.indicator->title_en)}});
  }

  [[nodiscard]] std::string quoted(Span where) const {
    if (where.begin == where.end) return {};
    constexpr std::size_t columns = 40;
    return ": “" + cut_to_width(one_line(slice(read_.document.text, where)), columns) + "”";
  }

  [[nodiscard]] Result<> reasons(const std::vector<directive::Reason>& all) {
    if (!explain_) return ok();
    int sum = 0;
    for (const auto& reason : all) {
      const int weight = directive::weight_of(reason.sign);
      sum += weight;
      TRY(line("    ", (weight > 0 ? "+" : "") + std::to_string(weight) + "  " +
                           words("sign." + std::string(name_of(reason.sign))) + quoted(reason.where)));
    }
    if (all.empty()) return ok();
    return line("    ",
                session_.words().text("directive.weighed", {{"sum", std::to_string(sum)},
                                                            {"enough", std::to_string(directive::enough)}}));
  }

  Session& session_;
  const ReadDocument& read_;
  bool explain_;
  target::Binder binder_;
  std::size_t width_;
};

}  // namespace

std::string marked(std::string_view text, Span clause, Span number, std::size_t width) {
  const std::string before = one_line(text.substr(clause.begin, number.begin - clause.begin));
  const std::string inside = "[" + one_line(slice(text, number)) + "]";
  const std::string after = one_line(text.substr(number.end, clause.end - number.end));
  const std::size_t room = width > display_width(inside) ? width - display_width(inside) : 0;
  const std::size_t left =
      std::min(display_width(before), std::max(room / 3, room - std::min(room, display_width(after))));
  return tail_of(before, left) + inside + cut_to_width(after, room - std::min(room, left));
}

Result<> show_reading(Session& session, const ReadDocument& read, bool explain) {
  TRY(session.say("directive.targets",
                  {{"file", read.file}, {"count", std::to_string(read.reading.targets.size())}}));
  TRY(say_notes(session, read.document));
  Cards cards(session, read, explain);
  TRY(cards.targets());
  TRY(cards.passed_over());
  TRY(session.say("directive.citations", {{"count", std::to_string(read.reading.citations.size())}}));
  for (const auto& citation : read.reading.citations) {
    std::string line = "  " + one_line(citation.quote);
    if (citation.title && citation.quote.find(*citation.title) == std::string::npos)
      line += " – " + one_line(*citation.title);
    TRY(session.print(line + "\n"));
  }
  return session.print("\n");
}

View targets_view(const Session& session, const std::vector<ReadDocument>& all) {
  const auto& words = session.words();
  View view{{{"file", words.text("column.file")},
             {"number", "#", Align::right, 2},
             {"aim", words.text("column.aim"), Align::left, 10},
             {"subject", words.text("column.subject"), Align::left, 20},
             {"measure", words.text("column.measure"), Align::left, 28},
             {"per_unit", words.text("column.per_unit"), Align::left, 6},
             {"deadline", words.text("column.deadline"), Align::left, 5},
             {"sureness", words.text("column.sureness"), Align::right, 4},
             {"quote", words.text("column.quote"), Align::left, 20}},
            {}};
  for (const auto& read : all) {
    std::int64_t number = 0;
    for (const auto& t : read.reading.targets)
      view.rows.push_back(
          {read.file, Decimal{++number},
           told_aim(t.comparator, t.value, t.value_max, t.unit, t.noun, session.number_style()), t.subject,
           t.measure, t.per_unit ? words.text("each") : std::string{},
           t.deadline ? std::to_string(*t.deadline) : std::string{}, Decimal{t.sureness}, t.quote});
  }
  return view;
}

}  // namespace nucong::cli
