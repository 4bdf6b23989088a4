// The JSON of a reading. Its field names are read by other programs: add, do not rename.
#include "answer/reading.hpp"

namespace nucong::answer {
namespace {

void write_span(JsonWriter& json, directive::Span span) {
  json.member("begin", Decimal{static_cast<std::int64_t>(span.begin)});
  json.member("end", Decimal{static_cast<std::int64_t>(span.end)});
}

void write_number(JsonWriter& json, directive::Span number) {
  json.key("number").open_object();
  write_span(json, number);
  json.close_object();
}

void write_date(JsonWriter& json, std::string_view key, const std::optional<Date>& date) {
  json.key(key);
  if (date)
    json.value(format_date(*date));
  else
    json.null();
}

void write_question(JsonWriter& json, const std::optional<directive::Question>& question) {
  json.key("question");
  if (question)
    json.value(name_of(*question));
  else
    json.null();
}

void write_reasons(JsonWriter& json, const std::vector<directive::Reason>& reasons) {
  json.key("reasons").open_array();
  for (const auto& reason : reasons) {
    json.open_object();
    json.key("sign").value(name_of(reason.sign));
    json.member("weight", Decimal{directive::weight_of(reason.sign)});
    write_span(json, reason.where);
    json.close_object();
  }
  json.close_array();
}

void write_indicators(JsonWriter& json, const std::vector<target::Candidate>& candidates) {
  json.key("indicators").open_array();
  for (const auto& candidate : candidates) {
    json.open_object().member("code", candidate.indicator->code);
    json.member("likeness", Decimal::scaled(static_cast<std::int64_t>(candidate.likeness * 100), 2));
    json.close_object();
  }
  json.close_array();
}

void write_target(JsonWriter& json, const directive::ProposedTarget& target, const target::Binder& binder) {
  json.open_object();
  json.member("quote", target.quote);
  write_span(json, target.span);
  json.key("comparator").value(directive::symbol(target.comparator));
  json.member("value", target.value);
  json.member("value_max", target.value_max);
  json.key("unit").value(directive::name_of(target.unit));
  json.member("noun", target.noun);
  json.member("subject", target.subject);
  json.member("measure", target.measure);
  json.member("per_unit", target.per_unit);
  json.key("deadline");
  if (target.deadline)
    json.value(std::to_string(*target.deadline));
  else
    json.null();
  json.member("baseline_change", target.baseline_change);
  write_date(json, "due", target.due);
  json.key("deadline_from").value(name_of(target.deadline_from));
  json.member("sureness", Decimal{target.sureness});
  write_question(json, target.question);
  write_number(json, target.number);
  write_indicators(json, binder.candidates(target));
  write_reasons(json, target.reasons);
  json.close_object();
}

void write_passed_over(JsonWriter& json, const directive::PassedOver& passed) {
  json.open_object();
  json.member("quote", passed.quote);
  write_span(json, passed.clause);
  write_number(json, passed.number);
  write_question(json, passed.question);
  write_reasons(json, passed.reasons);
  json.close_object();
}

void write_citation(JsonWriter& json, const directive::Citation& citation) {
  json.open_object();
  json.member("quote", citation.quote);
  write_span(json, citation.span);
  json.key("type").value(directive::name_of(citation.type));
  json.member("number", citation.number);
  write_date(json, "date", citation.date);
  json.member("issuer", citation.issuer);
  json.member("title", citation.title);
  json.close_object();
}

}  // namespace

void add_reading(JsonWriter& json, const directive::Reading& reading, const target::Binder& binder) {
  json.key("targets").open_array();
  for (const auto& target : reading.targets) write_target(json, target, binder);
  json.close_array().key("passed_over").open_array();
  for (const auto& passed : reading.passed_over) write_passed_over(json, passed);
  json.close_array().key("citations").open_array();
  for (const auto& citation : reading.citations) write_citation(json, citation);
  json.close_array();
}

}  // namespace nucong::answer
